package io.github.plexactivity.metrics;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.MonitorStatistics;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Binds the figures of a monitor to a registry: what came in, what was missed and made up for, how the connection stands,
 * and how late listeners are told. All are read when the registry is; the monitor does no more than it does without them.
 *
 * <pre>{@code
 * new ActivityMonitorMetrics(monitor).bindTo(registry);
 * }</pre>
 *
 * <p>The registry does not keep the monitor alive. Once that is closed its counters stand still, and its state is
 * {@code closed}. {@code docs/monitoring.md} has each meter with its unit.
 */
public final class ActivityMonitorMetrics implements MeterBinder {

    private static final String PREFIX = "plex.activity.";

    private final ActivityMonitor monitor;
    private final Tags tags;

    /**
     * Of a monitor that is the only one of its registry.
     *
     * @param monitor started or not
     */
    public ActivityMonitorMetrics(ActivityMonitor monitor) {
        this(monitor, List.of());
    }

    /**
     * Of one monitor among several.
     *
     * @param monitor started or not
     * @param tags what all its meters carry, such as a name for its server; never a token
     */
    public ActivityMonitorMetrics(ActivityMonitor monitor, Iterable<Tag> tags) {
        this.monitor = requireNonNull(monitor, "monitor");
        this.tags = Tags.of(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Binding binding = new Binding(registry, monitor, tags);
        bindWhatCameIn(binding);
        bindWhatWasMissed(binding);
        bindConnections(binding);
        bindState(binding);
        bindListeners(binding);
    }

    private static void bindWhatCameIn(Binding binding) {
        Counted frames = new Counted("frames", "frames", "Events and messages that came in, heartbeats included");
        binding.count(frames.tagged("transport", "event_source"), all -> all.frames() - all.webSocketFrames());
        binding.count(frames.tagged("transport", "web_socket"), MonitorStatistics::webSocketFrames);
        Counted ignored = new Counted("ignored", "notifications", "Notifications and rows that changed nothing");
        binding.count(ignored.tagged("reason", "malformed"), MonitorStatistics::malformed);
        binding.count(ignored.tagged("reason", "duplicate"), MonitorStatistics::duplicates);
        binding.count(ignored.tagged("reason", "late"), MonitorStatistics::late);
        binding.count(ignored.tagged("reason", "repeated"), MonitorStatistics::repeated);
        binding.count(ignored.tagged("reason", "overflow"), MonitorStatistics::overflowed);
        Counted snapshots = new Counted("snapshots", "snapshots", "Lists of the server that were asked for");
        binding.count(snapshots.tagged("result", "read"), MonitorStatistics::snapshots);
        binding.count(snapshots.tagged("result", "failed"), MonitorStatistics::failedSnapshots);
        binding.gauge(
                "live",
                "activities",
                "Activities that run, as far as is known",
                all -> all.activities().size());
    }

    private static void bindWhatWasMissed(Binding binding) {
        Counted missed = new Counted("missed", "changes", "Changes that no stream told, and a snapshot made up for");
        binding.count(missed.tagged("change", "start"), MonitorStatistics::missedStarts);
        binding.count(missed.tagged("change", "update"), MonitorStatistics::missedUpdates);
        binding.count(missed.tagged("change", "end"), MonitorStatistics::missedEnds);
        binding.count(new Counted("zombie", "streams", "Streams found open and dumb"), MonitorStatistics::zombies);
    }

    private static void bindConnections(Binding binding) {
        binding.count(
                new Counted("reconnects", "reconnects", "Connections made after one was lost"),
                MonitorStatistics::reconnects);
        binding.count(
                new Counted("fallbacks", "fallbacks", "Changes to a less preferred transport"),
                MonitorStatistics::fallbacks);
        binding.count(
                new Counted("recoveries", "recoveries", "Changes back to a more preferred transport"),
                MonitorStatistics::recoveries);
        binding.count(
                new Counted("replacements", "replacements", "Silent or dumb streams replaced by one of their kind"),
                MonitorStatistics::replacements);
    }

    private static void bindState(Binding binding) {
        binding.gauge(
                "failed",
                "attempts",
                "Attempts to connect that failed in a row",
                all -> all.status().failures());
        for (ConnectionState state : ConnectionState.values()) {
            binding.flag("connection", Tag.of("state", word(state)), status -> status.state() == state);
        }
        for (Transport transport : Transport.values()) {
            binding.flag(
                    "transport",
                    Tag.of("transport", word(transport)),
                    status -> status.transport().equals(Optional.of(transport)));
        }
        binding.age("since.heard", "Since anything was heard of the server", ConnectionStatus::lastHeard);
        binding.age("since.synchronized", "Since a list of the server was read", ConnectionStatus::lastSynchronized);
    }

    private static void bindListeners(Binding binding) {
        binding.gauge(
                "waiting",
                "callbacks",
                "Callbacks that wait for the listener furthest behind",
                all -> all.statistics().waiting());
        binding.time(
                "callback.delay",
                "From an event to the callback for it, measured for one of those that wait at a time");
        binding.count(
                new Counted("listener", "errors", "Times that a listener, filter or subscriber threw"),
                MonitorStatistics::listenerErrors);
        binding.count(
                new Counted("executor", "refusals", "Times that the callback executor did not take work"),
                MonitorStatistics::executorRefusals);
        binding.count(
                new Counted("dropped", "stories", "Whole activities that a listener far behind was spared"),
                MonitorStatistics::droppedStories);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A counter, before it has its tags. */
    private record Counted(String name, String unit, String description, Tags tags) {

        Counted(String name, String unit, String description) {
            this(name, unit, description, Tags.empty());
        }

        Counted tagged(String key, String value) {
            return new Counted(name, unit, description, Tags.of(key, value));
        }
    }

    /** One monitor in one registry. What it hands over keeps no monitor alive. */
    private record Binding(MeterRegistry registry, ActivityMonitor monitor, Tags tags) {

        void count(Counted counted, ToLongFunction<MonitorStatistics> figure) {
            FunctionCounter.builder(
                            PREFIX + counted.name(), monitor, counting -> figure.applyAsLong(counting.statistics()))
                    .baseUnit(counted.unit())
                    .description(counted.description())
                    .tags(tags.and(counted.tags()))
                    .register(registry);
        }

        void gauge(String name, String unit, String description, ToDoubleFunction<ActivityMonitor> figure) {
            Gauge.builder(PREFIX + name, monitor, figure)
                    .baseUnit(unit)
                    .description(description)
                    .tags(tags)
                    .register(registry);
        }

        void flag(String name, Tag tag, Function<ConnectionStatus, Boolean> isSo) {
            Gauge.builder(PREFIX + name, monitor, stating -> isSo.apply(stating.status()) ? 1 : 0)
                    .description("1 where the " + name + " is this one, else 0")
                    .tags(tags.and(tag))
                    .register(registry);
        }

        void age(String name, String description, Function<ConnectionStatus, Optional<Instant>> event) {
            ToDoubleFunction<ActivityMonitor> age = ageing -> event.apply(ageing.status())
                    .map(at -> Math.max(0, registry.config().clock().wallTime() - at.toEpochMilli()) / 1e3)
                    .orElse(Double.NaN);
            TimeGauge.builder(PREFIX + name, monitor, TimeUnit.SECONDS, age)
                    .description(description)
                    .tags(tags)
                    .register(registry);
        }

        void time(String name, String description) {
            FunctionTimer.builder(
                            PREFIX + name,
                            monitor,
                            timed -> timed.statistics().timedCallbacks(),
                            timed -> timed.statistics().callbackNanos(),
                            TimeUnit.NANOSECONDS)
                    .description(description)
                    .tags(tags)
                    .register(registry);
        }
    }
}

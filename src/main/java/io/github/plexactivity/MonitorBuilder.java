package io.github.plexactivity;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Crew;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.internal.runtime.Tokens;
import io.github.plexactivity.internal.transport.RequestHeaders;
import io.github.plexactivity.internal.transport.ServerAddress;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The builder, with the defaults and the checks. */
final class MonitorBuilder implements ActivityMonitor.Builder {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    final ServerAddress server;
    Tokens tokens = Tokens.of(null);
    String clientIdentifier = "plex-activity-monitor";

    @Nullable
    OkHttpClient client;

    @Nullable
    Executor callbackExecutor;

    ThreadFactory threadFactory = Thread::new;
    int maxFrameBytes = 1 << 20;
    List<Activity> resumed = List.of();
    private List<Transport> transports = List.of(Transport.values());
    private Duration resyncEvery = Duration.ofSeconds(60);
    private Duration pollEvery = Duration.ofSeconds(5);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration silenceTimeout = Duration.ofSeconds(35);
    private Duration recoverEvery = Duration.ofMinutes(5);
    private Duration firstWait = Duration.ofSeconds(1);
    private Duration longestWait = Duration.ofSeconds(60);
    private int maxActivities = 100_000;

    MonitorBuilder(URI server) {
        this.server = ServerAddress.of(server);
    }

    @Override
    public MonitorBuilder token(String token) {
        tokens = Tokens.of(RequestHeaders.requireVisibleAscii("token", token));
        return this;
    }

    @Override
    public MonitorBuilder token(Supplier<String> token) {
        tokens = Tokens.from(requireNonNull(token, "token"));
        return this;
    }

    @Override
    public MonitorBuilder clientIdentifier(String id) {
        clientIdentifier = RequestHeaders.requireVisibleAscii("clientIdentifier", id);
        return this;
    }

    @Override
    public MonitorBuilder client(OkHttpClient client) {
        this.client = requireNonNull(client, "client");
        return this;
    }

    @Override
    public MonitorBuilder callbackExecutor(Executor executor) {
        callbackExecutor = requireNonNull(executor, "executor");
        return this;
    }

    @Override
    public MonitorBuilder transports(Transport... inOrderOfPreference) {
        List<Transport> order = List.of(inOrderOfPreference);
        if (order.isEmpty() || EnumSet.copyOf(order).size() < order.size()) {
            throw new IllegalArgumentException("name at least one transport, and each once, not " + order);
        }
        if (order.contains(Transport.POLLING) && order.indexOf(Transport.POLLING) < order.size() - 1) {
            throw new IllegalArgumentException(
                    "POLLING works wherever a stream does, so that nothing after it would be tried: name it last");
        }
        transports = order;
        return this;
    }

    @Override
    public MonitorBuilder resyncEvery(Duration period) {
        resyncEvery = checked("resyncEvery", period);
        return this;
    }

    @Override
    public MonitorBuilder pollEvery(Duration period) {
        pollEvery = checked("pollEvery", period);
        return this;
    }

    @Override
    public MonitorBuilder connectTimeout(Duration timeout) {
        connectTimeout = checked("connectTimeout", timeout);
        return this;
    }

    @Override
    public MonitorBuilder silenceTimeout(Duration timeout) {
        silenceTimeout = checked("silenceTimeout", timeout);
        return this;
    }

    @Override
    public MonitorBuilder recoverEvery(Duration period) {
        recoverEvery = checked("recoverEvery", period);
        return this;
    }

    @Override
    public MonitorBuilder backoff(Duration first, Duration most) {
        if (checked("the first wait", first).compareTo(checked("the longest wait", most)) > 0) {
            throw new IllegalArgumentException("the first wait, " + first + ", is longer than the longest, " + most);
        }
        firstWait = first;
        longestWait = most;
        return this;
    }

    @Override
    public MonitorBuilder maxFrameBytes(int bytes) {
        maxFrameBytes = positive("maxFrameBytes", bytes);
        return this;
    }

    @Override
    public MonitorBuilder maxActivities(int count) {
        maxActivities = positive("maxActivities", count);
        return this;
    }

    @Override
    public MonitorBuilder resumeFrom(Collection<Activity> activities) {
        List<Activity> copy = List.copyOf(activities);
        Set<String> uuids = new HashSet<>();
        for (Activity activity : copy) {
            if (!uuids.add(activity.uuid())) {
                throw new IllegalArgumentException("two activities to resume have the uuid " + activity.uuid());
            }
        }
        resumed = copy;
        return this;
    }

    @Override
    public MonitorBuilder threadFactory(ThreadFactory factory) {
        threadFactory = requireNonNull(factory, "factory");
        return this;
    }

    @Override
    public ActivityMonitor build() {
        return build(new Crew(), true);
    }

    /** A monitor on threads that it has in common with others, and that outlive it. */
    ActivityMonitor buildOn(Crew shared) {
        return build(shared, false);
    }

    private ActivityMonitor build(Crew crew, boolean ownsCrew) {
        if (resumed.size() > maxActivities) {
            throw new IllegalStateException(
                    resumed.size() + " activities are resumed, and maxActivities is " + maxActivities);
        }
        return new ActivityMonitor(this, crew, ownsCrew);
    }

    Settings settings() {
        Plan plan = new Plan(transports, recoverEvery, firstWait, longestWait);
        return new Settings(
                server.base().toString(), plan, resyncEvery, pollEvery, connectTimeout, silenceTimeout, maxActivities);
    }

    static Duration checked(String name, Duration duration) {
        requireNonNull(duration, name);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at least a millisecond and at most a year, not " + duration);
        }
        return duration;
    }

    private static int positive(String name, int number) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + number);
        }
        return number;
    }
}

package io.github.plexactivity.metrics;

import io.github.plexactivity.ActivityHub;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** The programs of docs/monitoring.md, compiled; {@link MonitoringDocTest} runs them. */
final class MonitoringSnippets {

    private MonitoringSnippets() {}

    static void bind(ActivityMonitor monitor, MeterRegistry registry) {
        // snippet: bind
        new ActivityMonitorMetrics(monitor).bindTo(registry);
        // end
    }

    static void bindServer(ActivityHub hub, String name, URI server, MeterRegistry registry) {
        // snippet: bindServer
        new ActivityMonitorMetrics(hub.add(name, server), Tags.of("server", name)).bindTo(registry);
        // end
    }

    static void unbindServer(ActivityHub hub, String name, MeterRegistry registry) {
        // snippet: unbindServer
        hub.remove(name);
        registry.getMeters().stream()
                .filter(meter -> name.equals(meter.getId().getTag("server")))
                .forEach(registry::remove);
        // end
    }

    // snippet: health
    static boolean isAlive(ConnectionStatus status) {
        return status.state() != ConnectionState.CLOSED;
    }

    static boolean isReady(ConnectionStatus status, Instant now, Duration resyncEvery) {
        Instant tooOld = now.minus(resyncEvery.multipliedBy(3));
        return status.state() == ConnectionState.CONNECTED
                && status.lastSynchronized().filter(tooOld::isBefore).isPresent();
    }
    // end
}

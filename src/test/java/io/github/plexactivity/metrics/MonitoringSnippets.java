package io.github.plexactivity.metrics;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.micrometer.core.instrument.MeterRegistry;
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

package io.github.plexactivity.soak;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long news takes from the server to a listener, and why connections were lost. Shared by all monitors. */
final class Stopwatch {

    private static final int DIGITS = 3;

    private final Map<Transport, Recorder> latencies = new EnumMap<>(Transport.class);
    private final Map<String, LongAdder> losses = new ConcurrentHashMap<>();

    /** Since when all is well; what was sent before tells of faults, not of the monitor. */
    private volatile long calmSince = Long.MAX_VALUE;

    Stopwatch() {
        for (Transport transport : Transport.values()) {
            latencies.put(transport, new Recorder(DIGITS));
        }
    }

    void calm(boolean on) {
        calmSince = on ? System.nanoTime() : Long.MAX_VALUE;
    }

    /** In microseconds, since this was asked for last. */
    Histogram taken(Transport transport) {
        return recorder(transport).getIntervalHistogram();
    }

    private Recorder recorder(Transport transport) {
        return latencies.computeIfAbsent(transport, unknown -> new Recorder(DIGITS));
    }

    /** Losses so far, by what was told of them. */
    Map<String, Long> losses() {
        Map<String, Long> sums = new TreeMap<>();
        losses.forEach((cause, count) -> sums.put(cause, count.sum()));
        return sums;
    }

    /** A listener that measures one monitor. */
    ActivityListener on(ActivityMonitor monitor) {
        return new ActivityListener() {
            @Override
            public void onProgress(Activity previous, Activity current) {
                measure(monitor, current);
            }

            @Override
            public void onConnection(ConnectionStatus status) {
                if (status.state() != ConnectionState.CONNECTED) {
                    status.lastError()
                            .ifPresent(error -> losses.computeIfAbsent(cause(error), any -> new LongAdder())
                                    .increment());
                }
            }
        };
    }

    private void measure(ActivityMonitor monitor, Activity current) {
        long calm = calmSince;
        if (calm == Long.MAX_VALUE || current.progress().isEmpty()) {
            return;
        }
        long age = Numbered.ageInMicros(current.progress().getAsDouble());
        if (age < (System.nanoTime() - calm) / 1_000) {
            monitor.status().transport().ifPresent(by -> recorder(by).recordValue(age));
        }
    }

    private static String cause(MonitorException error) {
        if (error instanceof MonitorException.Refused refused) {
            return "refused " + refused.status();
        }
        if (error instanceof MonitorException.Rejected rejected) {
            return "rejected " + rejected.status();
        }
        Throwable below = error.getCause();
        return error.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
                + (below == null ? "" : " by " + below.getClass().getSimpleName());
    }
}

package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.MonitorStatistics;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A monitor that has one transport alone, for a while: whether it opens, what it tells, and whether lists asked for
 * meanwhile show what it did not tell.
 */
final class Listening implements ActivityListener, AutoCloseable {
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);

    /** The part of the time after which what lists show may still be on its way. */
    private static final double LATE = 0.8;

    private final ActivityMonitor monitor;
    private final CompletableFuture<Void> settled;
    private final long begun = System.nanoTime();
    // Each written by the thread that tells the listener.
    private volatile Optional<Duration> opened = Optional.empty();
    private volatile Optional<MonitorException> error = Optional.empty();
    private volatile Optional<MonitorStatistics> atFirst = Optional.empty();
    private long missed;

    Listening(ActivityMonitor.Builder builder, Transport transport, Duration time) {
        Duration often = time.dividedBy(10);
        monitor = builder.transports(transport)
                .resyncEvery(often.compareTo(SHORTEST_PERIOD) < 0 ? SHORTEST_PERIOD : often)
                .build();
        monitor.listen(this);
        settled = monitor.start();
    }

    /** Gives it so long to open, and then listens for so long. */
    Listening during(Duration time) throws InterruptedException {
        try {
            settled.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException notYet) {
            // What came of it is told.
        }
        if (monitor.status().state() == ConnectionState.CONNECTED) {
            TimeUnit.NANOSECONDS.sleep((long) (time.toNanos() * LATE));
            missed = atFirst.map(before -> repaired(monitor.statistics()) - repaired(before))
                    .orElse(0L);
            TimeUnit.NANOSECONDS.sleep((long) (time.toNanos() * (1 - LATE)));
        }
        return this;
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        if (status.state() == ConnectionState.CONNECTED && opened.isEmpty()) {
            opened = Optional.of(Duration.ofNanos(System.nanoTime() - begun));
        }
        if (status.lastError().isPresent()) {
            error = status.lastError();
        }
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        if (atFirst.isEmpty()) {
            atFirst = Optional.of(monitor.statistics());
        }
    }

    /** How long it took to open; empty if it never did. */
    Optional<Duration> opened() {
        return opened;
    }

    Optional<MonitorException> error() {
        return error;
    }

    long frames() {
        return monitor.statistics().frames();
    }

    /** How many changes lists showed that the stream had not told. */
    long missed() {
        return missed;
    }

    private static long repaired(MonitorStatistics counted) {
        return counted.missedStarts() + counted.missedUpdates() + counted.missedEnds();
    }

    @Override
    public void close() {
        monitor.close();
    }
}

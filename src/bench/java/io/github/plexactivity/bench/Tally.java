package io.github.plexactivity.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** What one listener was told: how often, and how long it had been on its way. Told by one thread at a time. */
final class Tally {

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Load load;
    private final Times times;
    private final AtomicLong calls = new AtomicLong();
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private volatile boolean timed;

    Tally(Load load, Times times) {
        this.load = load;
        this.times = times;
    }

    /** Whether arrivals are wanted; where they are not, nothing is spent on them. */
    boolean timed() {
        return timed;
    }

    void begin(boolean wantsTimes) {
        latencies.reset();
        timed = wantsTimes;
    }

    void called() {
        calls.lazySet(calls.get() + 1); // One writer at a time.
    }

    /** An event is where it is wanted. */
    void arrived(int activity, int progress) {
        latencies.recordValue(Math.max(0, Math.min(LONGEST_NANOS, times.since(load.index(activity, progress)))));
    }

    long calls() {
        return calls.get();
    }

    /** In nanoseconds. */
    long nanos(double percentile) {
        return latencies.getValueAtPercentile(percentile);
    }
}

package io.github.plexactivity.internal.core.link;

import java.time.Duration;

/**
 * How long to wait after failures in a row: doubling from the first wait to the longest, each wait drawn from the upper
 * half so that monitors that lose a server together do not come back together.
 *
 * @param first the first wait
 * @param most the longest wait
 * @param step how many waits there were
 */
public record Backoff(Duration first, Duration most, int step) {

    /** Before any failure. */
    public static Backoff between(Duration first, Duration most) {
        return new Backoff(first, most, 0);
    }

    /**
     * The wait of this step, in nanoseconds.
     *
     * @param dice 0 (inclusive) to 1 (exclusive)
     */
    long nanos(double dice) {
        return (long) (full() * (1 + dice) / 2);
    }

    Backoff next() {
        return full() < most.toNanos() ? new Backoff(first, most, step + 1) : this;
    }

    Backoff reset() {
        return between(first, most);
    }

    private double full() {
        return Math.min((double) most.toNanos(), first.toNanos() * Math.pow(2, step));
    }
}

package io.github.plexactivity.internal.core;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts since the monitor was made; written and read by any thread. */
public final class Counters {

    private final Map<Counter, AtomicLong> counts = new EnumMap<>(Counter.class);

    /** All at zero. */
    public Counters() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new AtomicLong());
        }
    }

    /** Counts one more. */
    public void count(Counter counter) {
        count(counter, 1);
    }

    /** Counts several more. */
    public void count(Counter counter, long howMany) {
        requireNonNull(counts.get(counter)).addAndGet(howMany);
    }

    /** How many there were. */
    public long of(Counter counter) {
        return requireNonNull(counts.get(counter)).get();
    }
}

package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.link.Plan;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Begins one thing after another, in the order they came and at most one in a period. Any thread. */
public final class Starts {

    private final EventLoop loop;
    private final long period;

    // Inside the loop.
    private final Map<Object, Runnable> waiting = new LinkedHashMap<>();
    private final Alarm due;
    private long next;

    /**
     * Nothing is to begin yet.
     *
     * @param loop time; its own, and no monitor's
     * @param period from one beginning to the next, at least
     */
    public Starts(EventLoop loop, Duration period) {
        this.loop = loop;
        this.period = period.toNanos();
        this.due = new Alarm(loop, this::begin);
        this.next = loop.nanos();
    }

    /**
     * Begins something in its turn.
     *
     * @param whose to take it back by
     */
    public void add(Object whose, Runnable start) {
        loop.run(() -> {
            waiting.put(whose, start);
            plan();
        });
    }

    /** Takes it back, unless it has begun. */
    public void remove(Object whose) {
        loop.run(() -> {
            waiting.remove(whose);
            plan();
        });
    }

    /** Takes all of them back. */
    public void clear() {
        loop.run(() -> {
            waiting.clear();
            plan();
        });
    }

    private void plan() {
        due.set(waiting.isEmpty() ? Plan.NEVER : next);
    }

    /** The next time is counted from now: a late beginning is no reason to hurry the one after it. */
    private void begin() {
        Iterator<Runnable> first = waiting.values().iterator();
        Runnable start = first.next();
        first.remove();
        next = loop.nanos() + period;
        loop.afterwards(start);
        plan();
    }
}

package io.github.plexactivity.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that passes only from one appointment to the next. What falls on the same instant happens in order of booking. */
final class VirtualTime {

    private static final Instant DAWN = Instant.parse("2030-01-01T00:00:00Z");
    private static final int MOST_AT_ONE_INSTANT = 50_000;

    /** Something that will happen, unless it is cancelled. */
    static final class Appointment implements Comparable<Appointment> {
        private final long nanos;
        private final long order;
        private final Runnable task;
        private boolean cancelled;

        private Appointment(long nanos, long order, Runnable task) {
            this.nanos = nanos;
            this.order = order;
            this.task = task;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Appointment other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
    private long nanos;
    private long booked;
    private int atThisInstant;
    private Duration jump = Duration.ZERO;

    static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    long nanos() {
        return nanos;
    }

    /** The wall clock, which may jump. */
    Instant instant() {
        return DAWN.plusNanos(nanos).plus(jump);
    }

    /** Sets the wall clock. */
    void jump(Duration by) {
        jump = by;
    }

    Appointment after(long delay, Runnable task) {
        Appointment appointment = new Appointment(nanos + Math.max(0, delay), booked++, task);
        appointments.add(appointment);
        return appointment;
    }

    /**
     * Lets time pass.
     *
     * @param each done after everything that happens
     */
    void pass(long duration, Runnable each) {
        long end = nanos + duration;
        for (Appointment next = due(end); next != null; next = due(end)) {
            atThisInstant = next.nanos == nanos ? atThisInstant + 1 : 0;
            if (atThisInstant > MOST_AT_ONE_INSTANT) {
                throw new IllegalStateException("so much happens at one instant that time stands still");
            }
            nanos = next.nanos;
            if (!next.cancelled) {
                next.task.run();
                each.run();
            }
        }
        nanos = Math.max(nanos, end); // Who blocks within has let more of it pass.
    }

    private @Nullable Appointment due(long end) {
        Appointment first = appointments.peek();
        return first == null || first.nanos > end ? null : appointments.poll();
    }
}

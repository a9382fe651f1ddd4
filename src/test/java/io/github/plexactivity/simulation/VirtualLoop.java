package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.runtime.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;

/** The loop in virtual time, with the order of the real one: tasks brought from inside come next, what is outside last. */
final class VirtualLoop implements EventLoop {

    private final VirtualTime time;
    private final Ledger ledger;
    private final Deque<Runnable> brought = new ArrayDeque<>();
    private Deque<Runnable> outside = new ArrayDeque<>();
    private boolean inside;
    private int timers;

    VirtualLoop(VirtualTime time, Ledger ledger) {
        this.time = time;
        this.ledger = ledger;
    }

    /** How many timers are set. */
    int timers() {
        return timers;
    }

    @Override
    public Moment now() {
        return new Moment(time.nanos(), time.instant());
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public void run(Runnable task) {
        if (inside) {
            brought.add(task);
            return;
        }
        inside = true;
        for (Runnable next = task; next != null; next = brought.poll()) {
            guarded(next);
        }
        inside = false;
        Deque<Runnable> after = outside;
        outside = new ArrayDeque<>();
        after.forEach(this::guarded);
    }

    @Override
    public void afterwards(Runnable action) {
        ledger.require(inside, "something was left for afterwards outside of the loop");
        outside.add(action);
    }

    @Override
    public Timer after(long nanos, Runnable task) {
        timers++;
        boolean[] done = new boolean[1];
        VirtualTime.Appointment appointment = time.after(nanos, () -> {
            timers--;
            done[0] = true;
            run(task);
        });
        return () -> {
            if (!done[0]) {
                done[0] = true;
                timers--;
                appointment.cancel();
            }
        };
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            ledger.violated("a task of the monitor threw " + fault + " at " + fault.getStackTrace()[0]);
        }
    }
}

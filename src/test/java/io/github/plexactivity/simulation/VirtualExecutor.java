package io.github.plexactivity.simulation;

import java.util.concurrent.Executor;

/** The callback executor in virtual time. A slow one lets tasks wait, each for a while of its own. */
final class VirtualExecutor implements Executor {

    /** How it takes work. */
    enum Pace {
        /** At once, on the thread that brings it. */
        INLINE,
        /** At the same instant. */
        PROMPT,
        /** At times after many seconds, so that what was brought later may run earlier. */
        SLOW
    }

    private final VirtualTime time;
    private final Dice dice;
    private final boolean lags;
    private Pace pace;
    private int waiting;

    VirtualExecutor(VirtualTime time, Dice dice, Pace pace) {
        this.time = time;
        this.dice = dice;
        this.pace = pace;
        this.lags = pace == Pace.SLOW;
    }

    /** How many tasks did not begin yet. */
    int waiting() {
        return waiting;
    }

    /** Whether it ever let tasks wait. */
    boolean lags() {
        return lags;
    }

    /** Whether tasks run on threads of its own, which may be held up. */
    boolean hasThreads() {
        return pace != Pace.INLINE;
    }

    Pace pace() {
        return pace;
    }

    void pace(Pace from) {
        pace = from;
    }

    @Override
    public void execute(Runnable task) {
        if (pace == Pace.INLINE) {
            task.run();
            return;
        }
        waiting++;
        time.after(delay(), () -> {
            waiting--;
            task.run();
        });
    }

    private long delay() {
        if (pace == Pace.PROMPT || dice.chance(0.5)) {
            return 0;
        }
        return VirtualTime.seconds(dice.chance(0.7) ? dice.between(0, 0.2) : dice.between(0, 30));
    }
}

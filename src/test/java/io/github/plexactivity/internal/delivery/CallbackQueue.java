package io.github.plexactivity.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;

/** An executor whose tasks run when the test says so, on the test's thread. */
final class CallbackQueue implements Executor {
    private final List<Runnable> tasks = new ArrayList<>();
    private boolean refusing;
    private int taken;

    @Override
    public void execute(Runnable task) {
        if (refusing) {
            throw new RejectedExecutionException("full");
        }
        taken++;
        tasks.add(task);
    }

    void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** How many tasks it was given in all. */
    int taken() {
        return taken;
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    void runOne() {
        tasks.remove(0).run();
    }

    void runAny(RandomGenerator random) {
        tasks.remove(random.nextInt(tasks.size())).run();
    }

    /** Runs all, and what they give rise to, within a bound. */
    void runAll() {
        for (int ran = 0; !tasks.isEmpty(); ran++) {
            if (ran == 100_000) {
                throw new AssertionError("the tasks do not end");
            }
            runOne();
        }
    }
}

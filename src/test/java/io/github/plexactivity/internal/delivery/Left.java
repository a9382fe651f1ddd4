package io.github.plexactivity.internal.delivery;

import java.util.Queue;

/**
 * A loop that leaves what is to be done afterwards to whoever takes it up.
 *
 * @param tasks to be done
 */
record Left(Queue<Runnable> tasks) implements Dispatcher.Loop {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void afterwards(Runnable action) {
        tasks.add(action);
    }
}

package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.delivery.Dispatcher;

/**
 * Where all state lives: tasks run one after another, never two at once. The loop has no thread of its own; whoever
 * brings a task runs it, in turn. Time comes from here alone.
 */
public interface EventLoop extends Dispatcher.Loop {

    /** The time on both clocks. Any thread. */
    Moment now();

    /**
     * Runs a task inside the loop before it returns; a task brought from inside the loop runs right after the one that
     * brought it. Any thread. Tasks are quick and call nothing foreign.
     */
    void run(Runnable task);

    /** Runs a task inside the loop after a while, unless cancelled. Any thread. */
    Timer after(long nanos, Runnable task);

    /** Something that will run. */
    interface Timer {
        /** Keeps it from running, unless it runs already. */
        void cancel();
    }
}

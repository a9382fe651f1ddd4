package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Moment;

/**
 * Where all state lives: tasks run one after another, never two at once. The loop has no thread of its own; whoever
 * brings a task runs it, in turn. Time comes from here alone.
 */
public interface EventLoop {

    /** The time on both clocks. Any thread. */
    Moment now();

    /** The time on the clock that never jumps, as in {@link Moment#nanos}. Any thread. */
    long nanos();

    /**
     * Runs a task inside the loop before it returns; a task brought from inside the loop runs right after the one that
     * brought it. Any thread. Tasks are quick and call nothing foreign.
     */
    void run(Runnable task);

    /**
     * Runs a task as {@link #run} does, but leaves what is to be done afterwards to the next who calls {@code run} or
     * {@link #settle}: for a reader that brings a great many, and settles when it has brought them all. Any thread.
     */
    void bring(Runnable task);

    /** Does what was left for afterwards. Any thread, outside the loop. */
    void settle();

    /** Does something once the loop has been left, on the thread that leaves it. To be called inside the loop. */
    void afterwards(Runnable action);

    /** Runs a task inside the loop after a while, unless cancelled. Any thread. */
    Timer after(long nanos, Runnable task);

    /** Something that will run. */
    interface Timer {
        /** Keeps it from running, unless it runs already. */
        void cancel();
    }
}

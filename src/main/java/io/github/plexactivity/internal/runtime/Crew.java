package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.AmpleExecutor;
import io.github.plexactivity.internal.delivery.TurnQueue;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The threads on which requests are sent, timers ring and callbacks run: of one monitor, or of all monitors of a hub. Whoever
 * made it ends it. Any thread.
 */
public final class Crew {

    private static final Duration IDLE_CALLBACK_THREADS_END = Duration.ofMillis(100);

    private final OwnThreads workerThreads = new OwnThreads();
    private final OwnThreads callbackThreads = new OwnThreads();
    private final ThreadPoolExecutor workers = workerThreads.pool("plex-activity-worker");
    private final ThreadPoolExecutor callbacks = callbackThreads.pool("plex-activity-callback");

    /** Whose threads may block for requests; they run nothing of the user's. */
    public ExecutorService workers() {
        return workers;
    }

    /** Where the user's code runs, unless the user has an executor for it. */
    public AmpleExecutor callbacks() {
        return callbacks::execute;
    }

    /**
     * What makes listeners at several monitors one, which no two threads call at once.
     *
     * @param executor where it is called
     */
    public static Executor oneAtATime(Executor executor) {
        return new TurnQueue(executor);
    }

    /** Nothing more begins on them; those that are idle end. */
    public void end() {
        workers.shutdown();
        callbacks.shutdown();
    }

    /**
     * Waits until the workers have ended, and a moment for callback threads, since a listener may be busy on one.
     *
     * @param most how long to wait for the workers
     */
    public void awaitEnd(Duration most) {
        workerThreads.awaitEnd(most);
        callbackThreads.awaitEnd(IDLE_CALLBACK_THREADS_END);
    }
}

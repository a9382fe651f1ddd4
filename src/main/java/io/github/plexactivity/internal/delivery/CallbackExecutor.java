package io.github.plexactivity.internal.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An executor where code of the user runs. Should it refuse or throw, that is counted and harms nobody. Any thread. */
final class CallbackExecutor implements Turn.Threads {

    /** Of a turn on an executor that has few threads, or one. */
    private static final int MOST_LETTERS = 64;

    private final Executor executor;
    private final Refusals refusals;

    CallbackExecutor(Executor executor, Refusals refusals) {
        this.executor = executor;
        this.refusals = refusals;
    }

    /** The same on another executor. */
    CallbackExecutor on(Executor other) {
        return new CallbackExecutor(other, refusals);
    }

    /**
     * How many letters are told in one turn. Where nobody waits for the thread it ends with the letters alone: to ask for
     * the next one would wake another thread each time, which is dearer than to tell them.
     */
    int lettersInATurn() {
        return executor instanceof AmpleExecutor ? Integer.MAX_VALUE : MOST_LETTERS;
    }

    /** The monitor closes: that an executor is shut down now is no news. */
    void close() {
        refusals.close();
    }

    @Override
    public boolean offer(Runnable task) {
        return offer(executor, task);
    }

    /**
     * Has the task run, if need be where a {@link CompletableFuture} runs its own: one that is never completed is worse
     * than one completed elsewhere.
     */
    void insist(Runnable task) {
        if (!offer(task)) {
            offer(new CompletableFuture<Void>().defaultExecutor(), task);
        }
    }

    private boolean offer(Executor to, Runnable task) {
        try {
            to.execute(task);
            return true;
        } catch (Throwable refusal) {
            refusals.refused(refusal);
            return false;
        }
    }
}

package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The executor where code of the user runs. Should it refuse or throw, that is counted and harms nobody. Any thread. */
final class CallbackExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackExecutor.class);

    private final Executor executor;
    private final Counters counters;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Written inside the loop. */
    private volatile boolean closed;

    CallbackExecutor(Executor executor, Counters counters) {
        this.executor = executor;
        this.counters = counters;
    }

    /** The monitor closes: that an executor is shut down now is no news. */
    void close() {
        closed = true;
    }

    /**
     * Has the task run, if the executor takes it.
     *
     * @return whether it did; a task may have run already
     */
    boolean offer(Runnable task) {
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
            if (closed) {
                return false;
            }
            counters.count(Counter.EXECUTOR_REFUSALS);
            if (told.compareAndSet(false, true)) {
                LOG.warn("the callback executor refuses work; callbacks are late until it takes some again", refusal);
            }
            return false;
        }
    }
}

package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Moment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop in real time: a lock that threads hold in turn. A reader that brings an event reduces it itself, so there is
 * one hop less between the wire and a listener, no queue that could grow, and no thread that idles.
 */
public final class SystemLoop implements EventLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SystemLoop.class);

    /** When a thread is asked for again where none could be had. */
    private static final long NO_THREAD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Executor timers;
    private final long origin = System.nanoTime();

    /** Fair, so that a reader under load lets others have their turn. */
    private final ReentrantLock turn = new ReentrantLock(true);

    // Touched by the thread whose turn it is.
    private final Deque<Runnable> brought = new ArrayDeque<>();
    private Deque<Runnable> outside = new ArrayDeque<>();

    /**
     * A loop.
     *
     * @param timers where tasks begin whose time has come; never the caller's executor, which may be busy
     */
    public SystemLoop(Executor timers) {
        this.timers = timers;
    }

    @Override
    public Moment now() {
        return new Moment(nanos(), Instant.now());
    }

    @Override
    public long nanos() {
        return System.nanoTime() - origin;
    }

    @Override
    public void run(Runnable task) {
        if (turn.isHeldByCurrentThread()) {
            brought.add(task);
            return;
        }
        Collection<Runnable> after;
        turn.lock();
        try {
            for (Runnable next = task; next != null; next = brought.poll()) {
                guarded(next);
            }
            after = takeOutside();
        } finally {
            turn.unlock();
        }
        after.forEach(SystemLoop::guarded);
    }

    /** Never the queue itself, not even an empty one: whoever enters next fills it while this thread goes through it. */
    private Collection<Runnable> takeOutside() {
        if (outside.isEmpty()) {
            return List.of();
        }
        Deque<Runnable> taken = outside;
        outside = new ArrayDeque<>();
        return taken;
    }

    @Override
    public void afterwards(Runnable action) {
        outside.add(action);
    }

    @Override
    public Timer after(long nanos, Runnable task) {
        Due due = new Due(task);
        due.in(nanos);
        return due;
    }

    /**
     * A task whose time is to come. Where no thread can be had for it then, as in a process that may have no more of
     * them, its time comes again: a monitor whose timer is lost would wait in silence for ever.
     */
    private final class Due implements Timer {
        private final Runnable task;
        private volatile CompletableFuture<Void> time = new CompletableFuture<>();
        private volatile boolean cancelled;

        Due(Runnable task) {
            this.task = task;
        }

        void in(long nanos) {
            CompletableFuture<Void> next = new CompletableFuture<>();
            next.thenRun(this::begin);
            time = next;
            next.completeOnTimeout(null, Math.max(0, nanos), TimeUnit.NANOSECONDS);
        }

        private void begin() {
            try {
                timers.execute(() -> SystemLoop.this.run(this::runUnlessCancelled));
            } catch (RejectedExecutionException closed) {
                // The monitor is closed: nobody waits any more.
            } catch (Error noThread) {
                in(NO_THREAD_NANOS);
            }
        }

        /** It may have been cancelled between its time and its turn. */
        private void runUnlessCancelled() {
            if (!cancelled) {
                task.run();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            time.cancel(false);
        }
    }

    /** What goes wrong in one task is a fault of ours, and must not take the others with it. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            LOG.error("a task of the monitor failed; please report this", fault);
        }
    }
}

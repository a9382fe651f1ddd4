package io.github.plexactivity.internal.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of ours, of a kind: made on demand, given back when idle, and waited for when it closes. Any thread. */
public final class OwnThreads {

    private static final long IDLE_SECONDS = 5;

    private final Set<Thread> made = ConcurrentHashMap.newKeySet();

    /** The given factory, whose threads are kept in view. */
    public ThreadFactory watched(ThreadFactory factory) {
        return task -> {
            made.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            Thread thread = factory.newThread(task);
            made.add(thread);
            return thread;
        };
    }

    /**
     * Daemon threads, as many as there is work for.
     *
     * @param name what they are called, before a number
     */
    public ThreadPoolExecutor pool(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), watched(factory));
    }

    /**
     * Waits until all threads have ended, but for the one that asks. An interrupt ends the wait and stays set.
     *
     * @param most how long
     */
    public void awaitEnd(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            for (Thread thread : made) {
                long left = deadline - System.nanoTime();
                if (thread != Thread.currentThread() && left > 0) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

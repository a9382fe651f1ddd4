package io.github.plexactivity.internal.delivery;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns one at a time, in the order in which they were asked for, on an executor of which it occupies at most one
 * thread. What makes one receiver of several mailboxes: it is never called by two threads at once, and since each turn
 * tells a bounded number of letters and then queues up again, one mailbox that is flooded holds up the others by a turn
 * and not by its length. Any thread.
 */
public final class TurnQueue implements Executor, Turn.Host {

    /** Of those of mailboxes, before the thread is given back. */
    private static final int MOST_TURNS = 16;

    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    /** Asked for or under way. */
    private @Nullable Turn turn;

    /** Why the executor did not take a turn. Written by whoever asked, and told to that one; another reason does as well. */
    private volatile @Nullable Throwable refusal;

    /** An empty queue. */
    public TurnQueue(Executor executor) {
        this.executor = executor;
    }

    /**
     * Lets a turn wait for those before it.
     *
     * @throws RejectedExecutionException if there is no thread to take it on; it does not wait then
     */
    @Override
    public void execute(Runnable next) {
        Turn due;
        lock.lock();
        try {
            waiting.add(next);
            due = dueTurn();
        } finally {
            lock.unlock();
        }
        if (due != null && !due.ask()) {
            throw new RejectedExecutionException("no thread for a listener", refusal);
        }
    }

    private boolean offer(Runnable stay) {
        try {
            executor.execute(stay);
            return true;
        } catch (Throwable thrown) {
            refusal = thrown;
            return false;
        }
    }

    private @Nullable Turn dueTurn() {
        if (turn != null || waiting.isEmpty()) {
            return null;
        }
        turn = new Turn(this, this::offer, MOST_TURNS);
        return turn;
    }

    // What a turn asks.

    @Override
    public boolean begins(Turn candidate) {
        lock.lock();
        try {
            if (turn != candidate || candidate.begun) {
                return false;
            }
            candidate.begun = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the next one have its turn. */
    @Override
    public boolean doNext() {
        Runnable next;
        lock.lock();
        try {
            next = waiting.poll();
            if (next == null) {
                turn = null;
                return false;
            }
        } finally {
            lock.unlock();
        }
        next.run();
        return true;
    }

    @Override
    public @Nullable Turn furtherTurn() {
        lock.lock();
        try {
            turn = null;
            return dueTurn();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever came to wait meanwhile is refused as well: each asks again for itself, and for nobody else. */
    @Override
    public void refused(Turn refused) {
        List<Turn> with = List.of();
        lock.lock();
        try {
            if (turn == refused && !refused.begun) {
                turn = null;
                with = waiting.stream()
                        .filter(Turn.class::isInstance)
                        .map(Turn.class::cast)
                        .toList();
                waiting.clear();
            }
        } finally {
            lock.unlock();
        }
        with.forEach(Turn::refuse);
    }
}

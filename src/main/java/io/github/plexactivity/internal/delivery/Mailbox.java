package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Between the loop and one receiver: filled inside the loop, which it never delays, and emptied on the callback executor
 * by one {@link Turn} at a time. What the receiver has not been told yet waits in a {@link Backlog}.
 *
 * <p>Letters are taken out one by one. Taking many at once would save little, since a receiver that keeps up finds one,
 * and would tell one that lags what could still have been conflated, or dropped when it is closed.
 */
public final class Mailbox implements Turn.Host {

    private final Delivery delivery;
    private final ActivityFilter filter;
    private final Faults faults;
    private final @Nullable Runnable lastWord;
    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private final Backlog backlog;
    /** Null once closed, so that nothing of the user's is held on to. */
    private @Nullable Receiver receiver;
    /** Nothing more is put in. Written under the lock, read anywhere. */
    private volatile boolean sealed;
    /** Asked for or under way. */
    private @Nullable Turn turn;

    /**
     * A mailbox that nobody fills yet.
     *
     * @param owner the class named in the log when the receiver or the filter throws
     */
    Mailbox(Delivery delivery, ActivityFilter filter, Receiver receiver, Class<?> owner) {
        this.delivery = delivery;
        this.filter = filter;
        this.receiver = receiver;
        this.lastWord = receiver.lastWord();
        this.faults = new Faults(owner, delivery.counters());
        this.backlog = new Backlog(delivery);
    }

    /** Puts something in. Inside the loop; the thread is asked for once the loop was left. */
    void put(Consumer<Backlog> letters) {
        Turn due;
        lock.lock();
        try {
            if (sealed) {
                delivery.closed().accept(this); // It may have been closed before it was added.
                return;
            }
            letters.accept(backlog);
            due = dueTurn();
        } finally {
            lock.unlock();
        }
        if (due != null) {
            delivery.loop().afterwards(due::ask);
        }
    }

    /** What is done in the first turn, before anything is told. Before the mailbox is filled. */
    void beginWith(Runnable task) {
        lock.lock();
        try {
            backlog.note(task);
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits and does one last thing instead. Any thread, outside the loop. */
    void endWith(Runnable task) {
        Turn due = seal(task);
        if (due != null) {
            delivery.callbacks().insist(due);
        }
    }

    /** The monitor closes: drops what waits; the receiver may have a last word. Inside the loop. */
    void finish() {
        if (lastWord == null) {
            close();
            return;
        }
        Turn due = seal(lastWord);
        if (due != null) {
            delivery.loop().afterwards(() -> delivery.callbacks().insist(due));
        }
    }

    private @Nullable Turn seal(Runnable task) {
        lock.lock();
        try {
            if (sealed) {
                return null;
            }
            sealed = true;
            backlog.clear();
            backlog.note(task);
            if (turn != null && !turn.begun) {
                turn = null; // Asked for in a way that takes no for an answer: it gives way to one that does not.
            }
            return dueTurn();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends it: no call to the receiver begins any more, aside from one for which a letter was already taken out. Any
     * thread, also inside such a call; idempotent, and never waits.
     */
    public void close() {
        lock.lock();
        try {
            sealed = true;
            receiver = null;
            backlog.clear();
        } finally {
            lock.unlock();
        }
        delivery.closed().accept(this);
    }

    /** The receiver became ready. Any thread, outside the loop. */
    void wake() {
        Turn due;
        lock.lock();
        try {
            due = dueTurn();
        } finally {
            lock.unlock();
        }
        if (due != null) {
            due.ask();
        }
    }

    private @Nullable Turn dueTurn() {
        if (turn != null || next(receiver) == null) {
            return null;
        }
        turn = new Turn(this, delivery.callbacks(), delivery.callbacks().lettersInATurn());
        return turn;
    }

    private @Nullable Letter next(@Nullable Receiver to) {
        Letter letter = backlog.first();
        return letter == null || to == null || (letter.isChange() && !to.ready()) ? null : letter;
    }

    /** How much waits. Any thread; without the lock, and so perhaps as it was a moment ago. */
    int depth() {
        return backlog.size();
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

    /** Tells the next letter. */
    @Override
    public boolean doNext() {
        Receiver to;
        Letter letter;
        lock.lock();
        try {
            to = receiver;
            letter = next(to);
            if (to == null || letter == null) {
                turn = null;
                return false;
            }
            backlog.take(letter);
        } finally {
            lock.unlock();
        }
        try {
            letter.tell(to, this);
        } catch (Throwable thrown) {
            faults.caught("a callback", thrown);
        }
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

    @Override
    public void refused(Turn refused) {
        lock.lock();
        try {
            if (turn == refused && !refused.begun) {
                turn = null;
            }
        } finally {
            lock.unlock();
        }
    }

    // What a letter asks while it is told.

    /** Whether the filter matches, and took no longer over it than the mailbox was open. One that throws does not match. */
    boolean chooses(Activity activity) {
        try {
            return filter.test(activity) && !sealed;
        } catch (Throwable thrown) {
            faults.caught("the filter", thrown);
            return false;
        }
    }

    /** Its end is to be told next, unless the mailbox was closed meanwhile. */
    void putBack(Letter.End letter) {
        lock.lock();
        try {
            if (!sealed) {
                backlog.putBack(letter);
            }
        } finally {
            lock.unlock();
        }
    }
}

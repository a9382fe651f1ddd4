package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Brings what happened to all who want to hear of it, on the callback executor. Inside the loop it only puts letters into
 * mailboxes, which never blocks and runs no foreign code; threads are asked for once the loop was left.
 */
public final class Dispatcher {

    /** What a dispatcher has to know of the loop. */
    public interface Loop {

        /** The time on a clock that never jumps. Any thread. */
        long nanos();

        /** Does something once the loop has been left, on the thread that leaves it. To be called inside the loop. */
        void afterwards(Runnable action);
    }

    private final Delivery delivery;

    // Added to inside the loop, taken from by any thread.
    private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

    // Inside the loop.
    private boolean closed;

    /**
     * A dispatcher without receivers.
     *
     * @param executor where listeners, filters, subscribers and the dependents of futures run
     * @param counters counts what goes wrong on the way
     * @param maxEndings how many ends may wait for one receiver; not less than the activities that may live at a time
     * @param loop inside which it will be
     */
    public Dispatcher(Executor executor, Counters counters, int maxEndings, Loop loop) {
        CallbackExecutor callbacks = new CallbackExecutor(executor, new Refusals(counters));
        this.delivery = new Delivery(callbacks, loop, mailboxes::remove, counters, maxEndings);
    }

    // Any thread.

    /** The mailbox of a listener, to be {@linkplain #add added}; closing it removes the listener. */
    public Mailbox mailbox(ActivityFilter filter, ActivityListener listener) {
        return new Mailbox(delivery, filter, new Listening(listener), listener.getClass());
    }

    /**
     * The same for a listener that is called elsewhere than others.
     *
     * @param executor where it and its filter run
     * @param owner the class named in the log when one of these throws
     */
    public Mailbox mailbox(ActivityFilter filter, ActivityListener listener, Executor executor, Class<?> owner) {
        return new Mailbox(delivery.on(executor), filter, new Listening(listener), owner);
    }

    /** The mailbox of a receiver of the monitor's own, to be {@linkplain #add added}. */
    public Mailbox mailbox(ActivityFilter filter, Receiver receiver) {
        return new Mailbox(delivery, filter, receiver, receiver.getClass());
    }

    /**
     * Changes for subscribers.
     *
     * @param register enters the loop and {@linkplain #add adds} the mailbox of a new subscriber
     */
    public Flow.Publisher<ActivityChange> publisher(ActivityFilter filter, Consumer<Mailbox> register) {
        return new ChangePublisher(delivery, filter, register);
    }

    /** Runs what completes a future of a user, and so whatever depends on that. Outside the loop. */
    public void execute(Runnable completion) {
        delivery.callbacks().insist(completion);
    }

    /** How much the receiver that is furthest behind was not told yet. */
    public int furthestBehind() {
        return mailboxes.stream().mapToInt(Mailbox::depth).max().orElse(0);
    }

    // Inside the loop.

    /** From now on the mailbox is filled: with the present, then with what happens. */
    public void add(Mailbox mailbox, Present present) {
        add(mailbox, present::tell);
    }

    /** The same for one that takes up where another left off, in a process before this one: it knows what lives. */
    public void resume(Mailbox mailbox, Collection<Activity> living) {
        add(mailbox, backlog -> living.forEach(backlog::resume));
    }

    private void add(Mailbox mailbox, Consumer<Backlog> first) {
        if (closed) {
            mailbox.finish();
            return;
        }
        mailboxes.add(mailbox);
        mailbox.put(first);
    }

    /** Several at once, since a mailbox that is filled for each anew costs more than the change. */
    public void push(List<ActivityChange> changes) {
        if (!changes.isEmpty()) {
            putAll(backlog -> changes.forEach(backlog::add));
        }
    }

    public void synchronizedWith(Map<String, Activity> activities) {
        putAll(backlog -> backlog.synchronizedWith(activities));
    }

    public void connection(ConnectionStatus status) {
        putAll(backlog -> backlog.connection(status));
    }

    private void putAll(Consumer<Backlog> letters) {
        for (Mailbox mailbox : mailboxes) {
            mailbox.put(letters);
        }
    }

    /** Nothing more is told, but that subscribers learn of the end. */
    public void close() {
        closed = true;
        delivery.callbacks().close();
        List<Mailbox> last = List.copyOf(mailboxes);
        mailboxes.clear();
        last.forEach(Mailbox::finish);
    }
}

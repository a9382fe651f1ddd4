package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A dispatcher, and the loop around it: what is asked for inside is done as soon as the loop is left. */
final class LoopInHand implements Dispatcher.Loop {
    static final Present NOTHING = new Present(Optional.empty(), List.of(), Optional.empty());

    private final Queue<Runnable> afterwards = new ArrayDeque<>();
    private final Counters counters = new Counters();
    private final Dispatcher dispatcher;
    private boolean inside;
    private long nanos;

    LoopInHand(Executor callbacks, int maxEndings) {
        dispatcher = new Dispatcher(guarded(callbacks), counters, maxEndings, this);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** Lets time pass. */
    void pass(long duration) {
        nanos += duration;
    }

    @Override
    public void afterwards(Runnable action) {
        afterwards.add(action);
    }

    private Executor guarded(Executor callbacks) {
        Executor guarded = task -> {
            if (inside) {
                throw new AssertionError("the callback executor was called inside the loop");
            }
            callbacks.execute(task);
        };
        return callbacks instanceof AmpleExecutor ? (AmpleExecutor) guarded::execute : guarded;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Counters counters() {
        return counters;
    }

    /** Does something inside the loop. */
    void inside(Runnable action) {
        inside = true;
        try {
            action.run();
        } finally {
            inside = false;
        }
        for (Runnable task = afterwards.poll(); task != null; task = afterwards.poll()) {
            task.run();
        }
    }

    Mailbox listen(ActivityListener listener) {
        return listen(ActivityFilter.any(), listener, NOTHING);
    }

    Mailbox listen(ActivityFilter filter, ActivityListener listener, Present present) {
        Mailbox mailbox = dispatcher.mailbox(filter, listener);
        inside(() -> dispatcher.add(mailbox, present));
        return mailbox;
    }

    /** A listener that is called on an executor of its own. */
    Mailbox listen(ActivityListener listener, Executor executor) {
        Mailbox mailbox = dispatcher.mailbox(ActivityFilter.any(), listener, executor, listener.getClass());
        inside(() -> dispatcher.add(mailbox, NOTHING));
        return mailbox;
    }

    void subscribe(ActivityFilter filter, Flow.Subscriber<ActivityChange> subscriber, Present present) {
        dispatcher
                .publisher(filter, mailbox -> inside(() -> dispatcher.add(mailbox, present)))
                .subscribe(subscriber);
    }

    void push(ActivityChange... changes) {
        inside(() -> dispatcher.push(List.of(changes)));
    }

    void connection(int failures) {
        inside(() -> dispatcher.connection(Changes.status(failures)));
    }

    void synchronizedWith(Activity... activities) {
        Map<String, Activity> map = new HashMap<>();
        List.of(activities).forEach(activity -> map.put(activity.uuid(), activity));
        inside(() -> dispatcher.synchronizedWith(map));
    }

    void close() {
        inside(dispatcher::close);
    }
}

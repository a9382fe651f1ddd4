package io.github.plexactivity.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * The changes of the activities that a filter chooses. Every subscriber has a mailbox of its own: it begins with what
 * runs as it subscribes, is told no more than it asked for, and meanwhile updates of one activity are taken together.
 * Completes when the monitor closes; what was not asked for by then is not told.
 *
 * @param register enters the loop and adds the mailbox
 */
record ChangePublisher(Delivery delivery, ActivityFilter filter, Consumer<Mailbox> register)
        implements Flow.Publisher<ActivityChange> {

    @Override
    public void subscribe(Flow.Subscriber<? super ActivityChange> subscriber) {
        requireNonNull(subscriber, "subscriber");
        register.accept(new ChangeSubscription(delivery, filter, subscriber).mailbox());
    }
}

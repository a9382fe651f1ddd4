package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import java.util.concurrent.Flow;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One subscriber of a {@link ChangePublisher}: a receiver that takes as many changes as it asked for. */
final class ChangeSubscription implements Flow.Subscription, Receiver {
    private final Mailbox mailbox;
    private final AtomicLong demand = new AtomicLong();

    /** Null once it was told its last signal, or cancelled. */
    private volatile @Nullable Subscriber<? super ActivityChange> subscriber;

    /** Of the turns. */
    private boolean opened;

    ChangeSubscription(Delivery delivery, ActivityFilter filter, Subscriber<? super ActivityChange> subscriber) {
        this.subscriber = subscriber;
        this.mailbox = new Mailbox(delivery, filter, this, subscriber.getClass());
        mailbox.beginWith(this::open);
    }

    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            IllegalArgumentException refusal =
                    new IllegalArgumentException("a subscriber asks for a positive number (rule 3.9), not for " + n);
            mailbox.endWith(() -> end(last -> last.onError(refusal)));
        } else {
            demand.updateAndGet(asked -> asked + n < 0 ? Long.MAX_VALUE : asked + n);
            mailbox.wake();
        }
    }

    @Override
    public void cancel() {
        subscriber = null;
        mailbox.close();
    }

    @Override
    public boolean ready() {
        return demand.get() > 0;
    }

    @Override
    public void change(ActivityChange change) {
        demand.decrementAndGet(); // a demand without limit would last for centuries
        signal(to -> to.onNext(change));
    }

    @Override
    public Runnable lastWord() {
        return () -> end(Subscriber::onComplete);
    }

    private void open() {
        if (!opened) {
            opened = true;
            signal(to -> to.onSubscribe(this));
        }
    }

    /** The last signal, and the first before it if that was not given yet. */
    private void end(Consumer<Subscriber<? super ActivityChange>> signal) {
        open();
        Subscriber<? super ActivityChange> last = subscriber;
        cancel();
        if (last != null) {
            signal.accept(last);
        }
    }

    /** A subscriber that throws has broken the rules (2.13) and is cancelled. */
    private void signal(Consumer<Subscriber<? super ActivityChange>> signal) {
        Subscriber<? super ActivityChange> to = subscriber;
        if (to == null) {
            return;
        }
        try {
            signal.accept(to);
        } catch (Throwable thrown) {
            cancel();
            throw thrown;
        }
    }
}

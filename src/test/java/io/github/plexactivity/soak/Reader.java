package io.github.plexactivity.soak;

import io.github.plexactivity.model.ActivityChange;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks for a few changes at a time and enters them into a ledger. */
final class Reader implements Flow.Subscriber<ActivityChange> {

    private static final int AT_A_TIME = 16;

    private final Ledger ledger;
    private Flow.@Nullable Subscription subscription;
    private int left;

    Reader(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        ask();
    }

    @Override
    public void onNext(ActivityChange change) {
        if (change instanceof ActivityChange.Started) {
            ledger.started(change.activity());
        } else if (change instanceof ActivityChange.Updated) {
            ledger.updated(change.activity());
        } else {
            ledger.ended(change.activity());
        }
        if (--left == 0) {
            ask();
        }
    }

    private void ask() {
        left = AT_A_TIME;
        if (subscription != null) {
            subscription.request(AT_A_TIME);
        }
    }

    @Override
    public void onError(Throwable error) {
        throw new AssertionError(error);
    }

    @Override
    public void onComplete() {}
}

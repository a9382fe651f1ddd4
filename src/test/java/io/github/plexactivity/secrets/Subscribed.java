package io.github.plexactivity.secrets;

import java.util.concurrent.Flow;

/** A subscriber that says what it is told. */
record Subscribed(String where) implements Flow.Subscriber<Object> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        Ear.hear(where + "subscription", subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object change) {
        Ear.hear(where + "change", change);
    }

    @Override
    public void onError(Throwable failure) {
        Ear.hear(where + "error of a subscription", failure);
    }

    @Override
    public void onComplete() {}
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.model.ActivityChange;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that writes down what it is told, and asks for a few changes at a time. */
final class SimulatedSubscriber implements Flow.Subscriber<ActivityChange> {

    private static final int PLENTY = 1_000_000;

    private final Storybook book;
    private final World world;
    private Flow.@Nullable Subscription subscription;
    private int wanted;
    private boolean completed;
    private boolean wantsAll;

    SimulatedSubscriber(Storybook book, World world) {
        this.book = book;
        this.world = world;
    }

    boolean isCompleted() {
        return completed;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        request(wantsAll ? PLENTY : 3);
    }

    /** Lags behind no longer. */
    void wantAll() {
        wantsAll = true;
        request(PLENTY);
    }

    private void request(int more) {
        if (subscription != null && !completed) {
            wanted += more;
            subscription.request(more);
        }
    }

    @Override
    public void onNext(ActivityChange change) {
        world.ledger().require(wanted-- > 0, "a subscriber was told more than it asked for");
        book.told(() -> change, () -> write(change), () -> {});
        if (wanted == 0 && world.dice().chance(0.5)) {
            request(1 + world.dice().below(5));
        }
    }

    private void write(ActivityChange change) {
        if (change instanceof ActivityChange.Started started) {
            book.started(started.activity());
        } else if (change instanceof ActivityChange.Updated updated) {
            book.progressed(updated.previous(), updated.activity());
        } else if (change instanceof ActivityChange.Ended ended) {
            book.ended(ended.ending());
        }
    }

    @Override
    public void onError(Throwable thrown) {
        world.ledger().violated("a subscriber was told of an error: " + thrown);
    }

    @Override
    public void onComplete() {
        world.ledger().require(!completed, "a subscriber was told twice that all is over");
        completed = true;
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.model.ActivityChange;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that writes down what it is told, and asks for a few changes at a time. */
final class SimulatedSubscriber implements Flow.Subscriber<ActivityChange> {

    private static final int PLENTY = 1_000_000;

    private final Storybook book;
    private final World world;
    private final Runnable thrown;
    private Flow.@Nullable Subscription subscription;
    private int wanted;
    private boolean completed;
    private boolean wantsAll;
    private boolean leaves;
    private boolean throwing;

    /**
     * A subscriber that was told nothing yet.
     *
     * @param thrown told that it throws
     */
    SimulatedSubscriber(Storybook book, World world, Runnable thrown) {
        this.book = book;
        this.world = world;
        this.thrown = thrown;
    }

    /** It was told the last, or wants nothing more. */
    boolean isDone() {
        return completed || leaves;
    }

    Storybook book() {
        return book;
    }

    /** It wants nothing more, and says so at once, or with its next change. */
    void leave(boolean atOnce) {
        leaves = true;
        throwing = !atOnce && world.dice().chance(0.5);
        if (atOnce) {
            cancel();
        }
    }

    private void cancel() {
        if (subscription != null) {
            world.ledger().happened(Happening.SUBSCRIPTION_CANCELLED);
            book.shut();
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (leaves) {
            cancel();
            return;
        }
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
        if (throwing) {
            world.ledger().happened(Happening.SUBSCRIBER_THROWS);
            book.shut();
            thrown.run();
            throw new IllegalStateException("a subscriber throws");
        } else if (leaves) {
            cancel();
            return;
        }
        if (wanted == 0) {
            world.ledger().happened(Happening.SUBSCRIBER_LAGS);
        }
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

package io.github.plexactivity.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscriber that writes down its signals, and does in each what the test wants done there. */
final class Signals implements Flow.Subscriber<ActivityChange> {
    final List<String> lines = new ArrayList<>();
    Consumer<String> during = line -> {};
    Flow.@Nullable Subscription given;

    Flow.Subscription subscription() {
        return requireNonNull(given);
    }

    private void write(String line) {
        lines.add(line);
        during.accept(line);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        given = subscription;
        write("subscribed");
    }

    @Override
    public void onNext(ActivityChange change) {
        String kind = change instanceof Started ? "started " : change instanceof Ended ? "ended " : "updated ";
        write(kind + Told.shown(change.activity()));
    }

    @Override
    public void onError(Throwable error) {
        write("error " + error.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
        write("complete");
    }
}

package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Receiver;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.MonitorException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Waits for the first activity that matches among those that start from now on. Its mailbox takes every activity, since what was known before must not qualify, even if it matches later.
 */
final class NextMatch<T> implements Receiver {

    private final ActivityFilter filter;
    private final Function<Activity, T> as;
    private final CompletableFuture<T> found;

    // One call at a time, as a receiver is called.
    private final Set<String> known;
    private final Set<String> candidates = new HashSet<>();

    /**
     * Waits, once the monitor was synchronized: before that nothing tells what is new from what ran all along.
     *
     * @param present what is known now, none of which qualifies
     * @param as what it is found as
     * @param found completed with it
     */
    NextMatch(ActivityFilter filter, KnownActivities present, Function<Activity, T> as, CompletableFuture<T> found) {
        this.as = as;
        this.filter = filter;
        this.known = new HashSet<>(present.view().keySet());
        this.found = found;
    }

    @Override
    public void change(ActivityChange change) {
        Activity activity = change.activity();
        if (change instanceof ActivityChange.Started && !known.contains(activity.uuid())) {
            candidates.add(activity.uuid());
        }
        if (candidates.contains(activity.uuid()) && filter.test(activity)) {
            found.complete(as.apply(activity));
        }
        if (change instanceof ActivityChange.Ended) {
            candidates.remove(activity.uuid());
            known.remove(activity.uuid());
        }
    }

    @Override
    public Runnable lastWord() {
        return () -> found.completeExceptionally(new MonitorException.Closed());
    }
}

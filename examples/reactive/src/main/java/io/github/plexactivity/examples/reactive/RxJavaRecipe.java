package io.github.plexactivity.examples.reactive;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import io.reactivex.rxjava3.core.Flowable;
import org.reactivestreams.FlowAdapters;

/** Activities as a {@code Flowable}. Each subscriber is told first what runs; it completes when the monitor closes. */
public final class RxJavaRecipe {

    private RxJavaRecipe() {}

    /** Whatever happens to some activities. */
    public static Flowable<ActivityChange> changes(ActivityMonitor monitor, ActivityFilter filter) {
        return Flowable.fromPublisher(FlowAdapters.toPublisher(monitor.changes(filter)));
    }

    /** How activities end. */
    public static Flowable<Ending> endings(ActivityMonitor monitor, ActivityFilter filter) {
        return changes(monitor, filter).ofType(ActivityChange.Ended.class).map(ActivityChange.Ended::ending);
    }
}

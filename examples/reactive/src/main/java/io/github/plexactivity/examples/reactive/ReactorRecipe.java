package io.github.plexactivity.examples.reactive;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import java.time.Duration;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** Activities as a {@code Flux}. Each subscriber is told first what runs; the flux completes when the monitor closes. */
public final class ReactorRecipe {

    private ReactorRecipe() {}

    /** Whatever happens to some activities. */
    public static Flux<ActivityChange> changes(ActivityMonitor monitor, ActivityFilter filter) {
        return JdkFlowAdapter.flowPublisherToFlux(monitor.changes(filter));
    }

    /** How activities end. */
    public static Flux<Ending> endings(ActivityMonitor monitor, ActivityFilter filter) {
        return changes(monitor, filter).ofType(ActivityChange.Ended.class).map(ActivityChange.Ended::ending);
    }

    /**
     * One activity as it goes on, for a bar: no oftener than the eye needs, and its last state in any case. Whoever asks for
     * the next only when the bar is drawn is told updates taken together.
     */
    public static Flux<Activity> progress(ActivityMonitor monitor, String uuid, Duration atMostEvery) {
        return changes(monitor, activity -> activity.uuid().equals(uuid))
                .takeUntil(ActivityChange.Ended.class::isInstance)
                .map(ActivityChange::activity)
                .sample(atMostEvery);
    }
}

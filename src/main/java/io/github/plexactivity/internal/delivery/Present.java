package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a receiver that comes late is told first.
 *
 * @param status how the connection stands
 * @param living the activities that run
 * @param synchronization the activities known, if they equal what the server runs
 */
public record Present(
        Optional<ConnectionStatus> status,
        Collection<Activity> living,
        Optional<Map<String, Activity>> synchronization) {

    /** For whom the present is of no interest. */
    public static final Present NOTHING = new Present(Optional.empty(), List.of(), Optional.empty());

    void tell(Backlog backlog) {
        status.ifPresent(backlog::connection);
        living.forEach(activity -> backlog.add(new ActivityChange.Started(activity)));
        synchronization.ifPresent(backlog::synchronizedWith);
    }
}

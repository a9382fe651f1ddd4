package io.github.plexactivity.examples.fleet.state;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * How an activity of one server stands.
 *
 * @param server the server's name
 * @param activity as last told
 * @param started when the fleet first heard of it
 * @param changed when it heard of this change
 * @param end how it ended, once it has
 * @param worker who says so
 */
public record ActivityRecord(
        String server, Activity activity, Instant started, Instant changed, Optional<End> end, String worker) {

    /**
     * An ending, as the library tells it.
     *
     * @param outcome how it ended
     * @param evidence why that is believed
     * @param at when it was learnt of
     */
    public record End(Outcome outcome, Evidence evidence, Instant at) {}

    /** {@return what it is found by} */
    public ActivityKey key() {
        return new ActivityKey(server, activity.uuid());
    }

    /** {@return whether it runs, as far as this tells} */
    public boolean isLive() {
        return end.isEmpty();
    }
}

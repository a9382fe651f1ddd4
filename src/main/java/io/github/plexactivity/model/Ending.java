package io.github.plexactivity.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The end of an activity.
 *
 * @param activity as it was last told
 * @param outcome how it ended
 * @param evidence why that outcome is believed
 * @param at when this monitor learned of the end, by the local wall clock; the server sends no times
 */
public record Ending(Activity activity, Outcome outcome, Evidence evidence, Instant at) {
    /** Refuses nulls. */
    public Ending {
        requireNonNull(activity, "activity");
        requireNonNull(outcome, "outcome");
        requireNonNull(evidence, "evidence");
        requireNonNull(at, "at");
    }
}

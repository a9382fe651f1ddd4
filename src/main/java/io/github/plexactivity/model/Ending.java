package io.github.plexactivity.model;

import java.time.Instant;

/**
 * The end of an activity.
 *
 * @param activity as it was last told
 * @param outcome how it ended
 * @param evidence why that outcome is believed
 * @param at when this monitor learned of the end, by the local wall clock; the server sends no times
 */
public record Ending(Activity activity, Outcome outcome, Evidence evidence, Instant at) {}

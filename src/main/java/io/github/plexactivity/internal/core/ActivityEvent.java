package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;

/** What the {@link ActivityTable} eats. The event does not decide the change, the table does. */
public sealed interface ActivityEvent {

    /**
     * A stream spoke of an activity.
     *
     * @param report what it said
     * @param cancelAccepted whether a cancellation of ours was accepted for it
     * @param generation the stream
     */
    record Told(Report report, boolean cancelAccepted, int generation) implements ActivityEvent {}

    /**
     * A snapshot holds an activity, and what it says of it takes effect.
     *
     * @param activity the row
     * @param asked when the snapshot was asked for
     */
    record Listed(Activity activity, long asked) implements ActivityEvent {}

    /** Snapshots no longer hold the activity, and that is believed. */
    record Gone(String uuid) implements ActivityEvent {}
}

package io.github.plexactivity.model;

/** Why the {@link Outcome} of an {@link Ending} is believed, strongest first. */
public enum Evidence {
    /** The server said that it was cancelled. No public capture holds such a flag; it is honoured where it is sent. */
    REPORTED,
    /** A cancellation asked for through this monitor was accepted, and the activity then ended before its end. */
    CANCEL_ACCEPTED,
    /** The last progress: 99 or more means completed, less means cancelled, here or elsewhere, or interrupted. */
    FINAL_PROGRESS,
    /** Its end was heard, without a progress to judge by. */
    END_ALONE,
    /** Its end was not heard: the server's list stopped naming it. */
    NOT_LISTED
}

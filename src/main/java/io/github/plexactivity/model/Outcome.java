package io.github.plexactivity.model;

/** How an activity ended, as far as that can be known: the server never says why. See {@link Evidence}. */
public enum Outcome {
    /** It ran to its end. That is not success: what it worked on may have been missing. */
    COMPLETED,
    /** It was cancelled, here or elsewhere, or was interrupted before its end. */
    CANCELLED,
    /** It is over, and nothing tells how it ended. */
    UNKNOWN
}

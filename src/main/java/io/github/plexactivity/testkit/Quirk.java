package io.github.plexactivity.testkit;

/** Something a server, or what stands before it, may do all the time. None is on at first. */
public enum Quirk {
    /** The streams carry every type of notification, whatever was asked for. */
    IGNORES_FILTERS,
    /** A ping of a WebSocket client is never answered. */
    NEVER_PONGS,
    /** The close frame of a WebSocket client is never answered, and the connection stays open. */
    NEVER_ANSWERS_CLOSE,
    /** An accepted cancellation ends nothing; without this the activity ends once the answer is sent. */
    CANCELS_END_NOTHING,
    /** {@code GET /activities} answers with no rows, whatever runs. */
    LIST_IS_EMPTY,
    /** The body of {@code GET /activities} breaks off in its middle, under a matching {@code Content-Length}. */
    LIST_BREAKS_OFF,
    /** The {@code size} of {@code GET /activities} is one more than there are rows. */
    LIST_OVERCOUNTS,
    /** A reply names an activity in {@code X-Plex-Activity}, and nothing runs. */
    NAMES_WHAT_DOES_NOT_RUN
}

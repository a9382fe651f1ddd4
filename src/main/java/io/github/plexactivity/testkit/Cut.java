package io.github.plexactivity.testkit;

/** How a server leaves a stream. What was said before is still delivered, but for {@link #RESET}. */
public enum Cut {
    /** In good order: the body's last chunk, or a WebSocket close frame with code 1001. */
    GOODBYE,
    /** The connection is closed in the middle: no last chunk, no close frame. */
    FIN,
    /** The connection is reset at once. */
    RESET
}

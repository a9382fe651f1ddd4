package io.github.plexactivity.model;

/** How the connection to the server stands. */
public enum ConnectionState {
    /** Not started. */
    NEW,
    /** A connection is being opened, and none is in use. */
    CONNECTING,
    /** Activities are heard of, by the transport the status names; by polling alone the monitor is degraded. */
    CONNECTED,
    /** Nothing works; the status says when the next attempt is made. */
    WAITING,
    /** Every transport answered 401 or 403; tried again slowly, and healed when the token works. */
    REFUSED,
    /** Closed for good. */
    CLOSED
}

package io.github.plexactivity.model;

/** A way to hear of activities. */
public enum Transport {
    /** Server-sent events, {@code GET /:/eventsource/notifications}. */
    EVENT_SOURCE,
    /** A WebSocket, {@code /:/websockets/notifications}. */
    WEB_SOCKET,
    /** No stream: {@code GET /activities} again and again. */
    POLLING
}

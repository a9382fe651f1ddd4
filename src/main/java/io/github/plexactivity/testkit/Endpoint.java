package io.github.plexactivity.testkit;

import java.util.List;

/** A way in, for faults that concern one of them. */
public enum Endpoint {
    /** {@code GET /:/eventsource/notifications}. */
    EVENT_SOURCE,
    /** {@code GET /:/websockets/notifications}. */
    WEB_SOCKET,
    /** {@code GET /activities}. */
    LIST,
    /** {@code DELETE /activities/{uuid}}. */
    CANCEL,
    /** Any other. */
    OTHER;

    static Endpoint of(String method, List<String> path) {
        if (method.equals("GET") && path.equals(List.of(":", "eventsource", "notifications"))) {
            return EVENT_SOURCE;
        }
        if (method.equals("GET") && path.equals(List.of(":", "websockets", "notifications"))) {
            return WEB_SOCKET;
        }
        if (path.get(0).equals("activities")) {
            if (method.equals("GET") && path.size() == 1) {
                return LIST;
            }
            return method.equals("DELETE") && path.size() == 2 ? CANCEL : OTHER;
        }
        return OTHER;
    }
}

package io.github.plexactivity.model;

/** What the server answered to {@code DELETE /activities/{uuid}}. */
public enum CancelResult {
    /** 200, 202 or 204: it will try. The activity is not over yet, and a server may let it run on. */
    ACCEPTED,
    /** 400: this activity cannot be cancelled. */
    NOT_CANCELLABLE,
    /** 404: there is no such activity; most often it ended first. */
    NOT_FOUND,
    /** 401 or 403: this token may not cancel it. */
    FORBIDDEN
}

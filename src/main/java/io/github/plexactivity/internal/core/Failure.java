package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a request or a stream did not work, or no longer does.
 *
 * @param kind what follows from it
 * @param error what the user is told
 * @param retryAfter how long the server asked to be left alone, as sent: the core caps it
 */
public record Failure(Kind kind, MonitorException error, Optional<Duration> retryAfter) {

    /** What follows from a failure. */
    public enum Kind {
        /** Refused, reset, timed out, 5xx, closed by the server: may well work next time. */
        TRANSIENT,
        /** This transport does not work here: 400, 404, 406, a page instead of a stream, an illegal frame. */
        REJECTED,
        /** 401 or 403. */
        UNAUTHORIZED
    }

    /** A failure that nobody asked to wait after. */
    public static Failure of(Kind kind, MonitorException error) {
        return new Failure(kind, error, Optional.empty());
    }

    /** The connection broke, or never was. */
    public static Failure disconnected(String message, Throwable cause) {
        return of(Kind.TRANSIENT, new MonitorException.Disconnected(message, cause));
    }

    /** The server said yes to a stream, and not one byte of it ever came. */
    public static Failure heldBack(Transport transport) {
        String message = transport + " opened and brought no byte: something on the way holds it back";
        return of(Kind.REJECTED, new MonitorException.Disconnected(message, null));
    }

    /**
     * The failure that an HTTP status other than the expected one means.
     *
     * @param request what was asked, for people, without the token; for example {@code GET http://host/activities}
     */
    public static Failure ofStatus(String request, int status, Optional<Duration> retryAfter) {
        if (status == 401 || status == 403) {
            String message = request + " was answered " + status + ": the server does not let this token in";
            return new Failure(Kind.UNAUTHORIZED, new MonitorException.Refused(message, status, null), retryAfter);
        }
        Kind kind = status >= 500 || status == 429 || status == 408 ? Kind.TRANSIENT : Kind.REJECTED;
        String message = request + " was answered " + status;
        return new Failure(kind, new MonitorException.Rejected(message, status, null), retryAfter);
    }
}

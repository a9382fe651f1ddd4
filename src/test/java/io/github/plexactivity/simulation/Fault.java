package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may go wrong with a request. */
enum Fault {
    NONE(0),
    /** The connection is refused. */
    DOWN(0),
    /** No answer. */
    HANGING(0),
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    MISSING(404),
    OVERLOADED(429),
    BUSY(503),
    /** Of a stream: 200 or 101, and never a byte. */
    MUTE(0),
    /** Of the list: breaks off. */
    CUT_SHORT(0),
    /** Of the list: holds fewer rows than it says. */
    INCOMPLETE(0),
    /** Of the list: a login page. */
    PAGE(0),
    /** Of the list: 200, and no list. */
    GARBAGE(0);

    static final List<Fault> OF_STREAMS =
            List.of(DOWN, HANGING, BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, MISSING, OVERLOADED, BUSY, MUTE);
    static final List<Fault> OF_THE_LIST = List.of(
            DOWN, HANGING, UNAUTHORIZED, FORBIDDEN, MISSING, OVERLOADED, BUSY, CUT_SHORT, INCOMPLETE, PAGE, GARBAGE);

    private static final List<Fault> OF_THE_BODY = List.of(CUT_SHORT, INCOMPLETE, GARBAGE);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    /** Whether an answer comes that holds no list, although it seems to. */
    boolean isOfTheBody() {
        return OF_THE_BODY.contains(this);
    }

    /** What the monitor is told where the request gets no answer that could be read. */
    Optional<Failure> failure(String request, Optional<Duration> retryAfter) {
        if (status != 0) {
            return Optional.of(Failure.ofStatus(request, status, retryAfter));
        }
        return switch (this) {
            case DOWN -> Optional.of(disconnected(request + ": the connection was refused"));
            case PAGE ->
                Optional.of(Failure.of(
                        Failure.Kind.REJECTED, new MonitorException.Rejected(request + " was a page", 200, null)));
            default -> Optional.empty();
        };
    }

    static Failure disconnected(String message) {
        return Failure.of(Failure.Kind.TRANSIENT, new MonitorException.Disconnected(message, null));
    }
}

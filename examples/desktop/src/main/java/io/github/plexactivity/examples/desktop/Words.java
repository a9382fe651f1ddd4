package io.github.plexactivity.examples.desktop;

import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.time.Duration;
import java.time.Instant;

/** Everything said in plain words. */
final class Words {

    private Words() {}

    /** How the connection stands at this moment. */
    static String of(ConnectionStatus status, Instant now) {
        return switch (status.state()) {
            case NEW, CONNECTING -> "Connecting to the server" + why(status);
            case CONNECTED ->
                switch (status.transport().orElseThrow()) {
                    case EVENT_SOURCE, WEB_SOCKET -> "Connected, live" + why(status);
                    case POLLING -> "Connected, asking every few seconds" + why(status);
                };
            case WAITING -> "No connection, trying again" + in(status, now) + why(status);
            case REFUSED -> "The server refuses the token, trying again" + in(status, now) + why(status);
            case CLOSED -> "Closed";
        };
    }

    private static String in(ConnectionStatus status, Instant now) {
        return status.nextAttempt()
                .map(next -> Math.max(0, Duration.between(now, next).toMillis()))
                .map(millis -> " in " + (millis + 999) / 1000 + " s")
                .orElse("");
    }

    private static String why(ConnectionStatus status) {
        return status.lastError().map(error -> ": " + error.getMessage()).orElse("");
    }

    /** How it ended, no more certain than it is. */
    static String of(Ending ending) {
        return switch (ending.outcome()) {
            case COMPLETED -> "Completed";
            case CANCELLED ->
                switch (ending.evidence()) {
                    case REPORTED, CANCEL_ACCEPTED -> "Cancelled";
                    default -> "Cancelled or interrupted";
                };
            case UNKNOWN -> "Over, nothing tells how";
        };
    }

    static String of(CancelResult result) {
        return switch (result) {
            case ACCEPTED -> "the server will cancel it";
            case NOT_CANCELLABLE -> "the server cannot cancel this one";
            case NOT_FOUND -> "it was over before";
            case FORBIDDEN -> "this token may not cancel it";
        };
    }
}

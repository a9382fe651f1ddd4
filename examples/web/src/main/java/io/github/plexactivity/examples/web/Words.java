package io.github.plexactivity.examples.web;

import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;

/** Everything said in plain words. */
final class Words {

    private Words() {}

    static String of(ConnectionStatus status) {
        return switch (status.state()) {
            case NEW, CONNECTING -> "Connecting to the server";
            case CONNECTED ->
                switch (status.transport().orElseThrow()) {
                    case EVENT_SOURCE, WEB_SOCKET -> "Connected, live";
                    case POLLING -> "Connected, asking every few seconds";
                };
            case WAITING -> "No connection to the server, trying again";
            case REFUSED -> "The server refuses the token, trying again";
            case CLOSED -> "The monitor is closed";
        };
    }

    static String why(ConnectionStatus status) {
        return status.lastError().map(MonitorException::getMessage).orElse("");
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
            case ACCEPTED -> "The server will cancel it";
            case NOT_CANCELLABLE -> "The server cannot cancel this one";
            case NOT_FOUND -> "It was over before";
            case FORBIDDEN -> "This token may not cancel it";
        };
    }
}

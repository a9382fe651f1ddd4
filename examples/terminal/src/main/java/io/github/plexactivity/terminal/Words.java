package io.github.plexactivity.terminal;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** Everything said in plain words, without any character that could move a cursor. */
public final class Words {

    private Words() {}

    public static String title(Activity activity) {
        return clean(activity.title().isBlank() ? activity.type() : activity.title());
    }

    public static String titles(Activity activity) {
        String subtitle = clean(activity.subtitle());
        return title(activity) + (subtitle.isBlank() ? "" : " - " + subtitle);
    }

    public static String progress(Activity activity) {
        return activity.progress().isPresent()
                ? (int) Math.floor(activity.progress().getAsDouble()) + " %"
                : "no end in sight";
    }

    /** How it ended, and how that is known. */
    public static String outcome(Ending ending) {
        String outcome = ending.outcome().name().toLowerCase(Locale.ROOT);
        return switch (ending.evidence()) {
            case REPORTED -> outcome + " (reported)";
            case CANCEL_ACCEPTED -> outcome + " (accepted)";
            case FINAL_PROGRESS ->
                ending.outcome() == Outcome.COMPLETED
                        ? outcome + " (final progress)"
                        : outcome + " (ended at " + progress(ending.activity()) + ")";
            case END_ALONE -> outcome + ": it ended, and nothing tells how";
            case NOT_LISTED -> outcome + ": its end was not heard";
        };
    }

    public static String stillRuns(Activity activity) {
        return "still running" + (activity.progress().isPresent() ? " at " + progress(activity) : "");
    }

    /** How the connection stands at this moment. */
    public static String connection(ConnectionStatus status, Instant now, boolean wasConnected) {
        String lost = wasConnected ? "connection lost, " : "";
        return switch (status.state()) {
            case NEW, CONNECTING -> lost + "connecting ...";
            case CONNECTED -> "connected by " + name(status.transport()) + why(status);
            case WAITING ->
                lost + (wasConnected ? "reconnecting" : "no connection, trying again") + in(status, now) + why(status);
            case REFUSED -> "the token is refused, trying again" + in(status, now) + why(status);
            case CLOSED -> "closed";
        };
    }

    private static String name(Optional<Transport> transport) {
        return switch (transport.orElseThrow()) {
            case EVENT_SOURCE -> "server-sent events";
            case WEB_SOCKET -> "WebSocket";
            case POLLING -> "polling";
        };
    }

    private static String in(ConnectionStatus status, Instant now) {
        return status.nextAttempt()
                .map(next -> Math.max(0, Duration.between(now, next).toMillis()))
                .map(millis -> " in " + (millis + 999) / 1000 + " s ...")
                .orElse(" ...");
    }

    private static String why(ConnectionStatus status) {
        return status.lastError().map(error -> " (" + reason(error) + ")").orElse("");
    }

    public static String reason(MonitorException error) {
        return clean(String.valueOf(error.getMessage()));
    }

    /** How many columns of a terminal a text takes. */
    public static int columns(String text) {
        return new AttributedString(text).columnLength();
    }

    /** Cuts a text to so many columns of a terminal. */
    public static String cut(String text, int columns) {
        AttributedString whole = new AttributedString(text);
        if (whole.columnLength() <= columns) {
            return text;
        }
        return columns < 3 ? "" : whole.columnSubSequence(0, columns - 2) + "..";
    }

    /** Fills or cuts a text to exactly so many columns. */
    public static String fit(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - columns(cut)));
    }

    /** Puts a question mark for all that a terminal could obey or that turns the direction of a line. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(Words::visible).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> '?';
            default -> character;
        };
    }
}

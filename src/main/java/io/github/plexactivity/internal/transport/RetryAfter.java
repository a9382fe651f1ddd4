package io.github.plexactivity.internal.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.Headers;

/** How long a server asks to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {

    static final String NAME = "Retry-After";

    /** More seconds than anybody waits, and no more than any library can read. */
    private static final String LONGEST = "999999999";

    private RetryAfter() {}

    /**
     * What the header says, in seconds or as a date; empty where there is none, or none that can be understood. Not
     * negative, and not capped to what anybody waits.
     *
     * @param now what a date is counted from where the answer has none: else the server's own clock counts, since ours
     *     may be hours off
     */
    static Optional<Duration> of(Headers headers, Instant now) {
        String value = headers.get(NAME);
        if (value == null) {
            return Optional.empty();
        }
        try {
            long seconds = Long.parseLong(readable(value.strip()));
            return Optional.of(Duration.ofSeconds(Math.max(0, seconds)));
        } catch (NumberFormatException e) {
            Date answered = headers.getDate("Date");
            Instant start = answered == null ? now : answered.toInstant();
            return Optional.ofNullable(headers.getDate(NAME)).map(until -> between(start, until));
        }
    }

    /** The value, unless it is a number longer than can be read. */
    static String readable(String value) {
        return value.matches("\\d{10,}") ? LONGEST : value;
    }

    private static Duration between(Instant start, Date until) {
        Duration wait = Duration.between(start, until.toInstant());
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}

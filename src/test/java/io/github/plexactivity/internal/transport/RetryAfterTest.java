package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "0, PT0S",
        "-5, PT0S",
        "9999999999, PT277777H46M39S",
        "99999999999999999999, PT277777H46M39S",
        "'Mon, 23 Nov 2026 10:01:00 GMT', PT1M",
        "'Mon, 23 Nov 2026 09:00:00 GMT', PT0S"
    })
    void secondsAndDatesAreUnderstoodAndNeverNegative(String value, Duration expected) {
        assertThat(RetryAfter.of(Headers.of("retry-after", value), NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "Mon, 99 Foo 2026"})
    void whatCannotBeUnderstoodIsNotThere(String value) {
        assertThat(RetryAfter.of(Headers.of("Retry-After", value), NOW)).isEmpty();
    }

    @Test
    void aDateIsCountedFromTheServersOwnClockWhereItTells() {
        Headers headers =
                Headers.of("Date", "Sun, 22 Nov 2026 22:00:00 GMT", "Retry-After", "Sun, 22 Nov 2026 22:00:30 GMT");
        assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(30));
    }

    @Test
    void anAnswerMayAskForNothing() {
        assertThat(RetryAfter.of(Headers.of(), NOW)).isEqualTo(Optional.empty());
    }
}

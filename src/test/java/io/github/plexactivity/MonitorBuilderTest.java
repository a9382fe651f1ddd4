package io.github.plexactivity;

import static io.github.plexactivity.Quick.download;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear error at once. */
class MonitorBuilderTest {

    private final ActivityMonitor.Builder builder = ActivityMonitor.builder(URI.create("http://127.0.0.1:32400"));

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void aPeriodIsAMillisecondToAYear(long seconds) {
        Duration period = Duration.ofSeconds(seconds);
        for (Runnable call : List.<Runnable>of(
                () -> builder.resyncEvery(period),
                () -> builder.pollEvery(period),
                () -> builder.connectTimeout(period),
                () -> builder.silenceTimeout(period),
                () -> builder.recoverEvery(period),
                () -> builder.backoff(period, period))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call::run)
                    .withMessageContaining("must be at least a millisecond and at most a year");
        }
    }

    @Test
    void eachPeriodMayBeAYear() {
        Duration year = Duration.ofDays(365);
        builder.resyncEvery(year)
                .pollEvery(year)
                .connectTimeout(year)
                .silenceTimeout(year)
                .recoverEvery(year)
                .backoff(year, year)
                .build()
                .close();
    }

    @Test
    @SuppressWarnings("NullAway") // What callers without checks do.
    void whatIsMissingIsNamed() {
        String unset = null;
        assertThatNullPointerException().isThrownBy(() -> builder.token(unset)).withMessage("token");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.connectTimeout(null))
                .withMessage("connectTimeout");
    }

    @Test
    void theFirstWaitIsNotLongerThanTheLongest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageContaining("longer than the longest");
    }

    @Test
    void transportsAreNamedOnceAndPollingLast() {
        assertThatIllegalArgumentException().isThrownBy(builder::transports);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.transports(Transport.WEB_SOCKET, Transport.WEB_SOCKET));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.transports(Transport.POLLING, Transport.WEB_SOCKET))
                .withMessageContaining("last");
    }

    @Test
    void whatIsResumedIsThereEachOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.resumeFrom(List.of(download("a", 0), download("a", 50))))
                .withMessageContaining("a");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.resumeFrom(Collections.singletonList((Activity) null)));
    }

    @Test
    void noMoreIsResumedThanMayBeFollowedWhicheverIsSaidFirst() {
        builder.maxActivities(1).resumeFrom(List.of(download("a", 0), download("b", 0)));
        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("maxActivities is 1");
        builder.maxActivities(2).build().close();
    }

    @Test
    void whatIsResumedIsCopiedAndTheLastCallCounts() {
        List<Activity> given = new ArrayList<>(List.of(download("b", 0)));
        builder.resumeFrom(List.of(download("a", 0))).resumeFrom(given);
        given.clear();
        try (ActivityMonitor monitor = builder.build()) {
            assertThat(monitor.activities()).containsExactly(Map.entry("b", download("b", 0)));
            assertThat(monitor.track("b").current()).contains(download("b", 0));
        }
        builder.resumeFrom(List.of());
        try (ActivityMonitor monitor = builder.build()) {
            assertThat(monitor.activities()).isEmpty();
        }
    }

    @Test
    void countsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxFrameBytes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxActivities(-1));
    }

    @Test
    void aTokenThatCannotBeSentIsRefusedAndNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.token("secret\r\nX-Evil: 1"))
                .satisfies(refused -> assertThat(refused).message().doesNotContain("secret"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.clientIdentifier("größer"));
    }
}

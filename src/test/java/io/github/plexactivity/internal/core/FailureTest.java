package io.github.plexactivity.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "204, REJECTED",
        "302, REJECTED",
        "400, REJECTED",
        "401, UNAUTHORIZED",
        "402, REJECTED",
        "403, UNAUTHORIZED",
        "404, REJECTED",
        "405, REJECTED",
        "406, REJECTED",
        "408, TRANSIENT",
        "429, TRANSIENT",
        "499, REJECTED",
        "500, TRANSIENT",
        "502, TRANSIENT",
        "503, TRANSIENT",
    })
    void aStatusMeans(int status, Kind kind) {
        Failure failure = Failure.ofStatus("GET http://plex/activities", status, Optional.empty());
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.error())
                .hasMessageContaining("GET http://plex/activities was answered " + status)
                .hasNoCause();
    }

    @Test
    void theErrorCarriesTheStatus() {
        Failure refused = Failure.ofStatus("GET /", 403, Optional.empty());
        assertThat(refused.error())
                .isInstanceOfSatisfying(
                        MonitorException.Refused.class,
                        error -> assertThat(error.status()).isEqualTo(403));
        Failure rejected = Failure.ofStatus("GET /", 404, Optional.empty());
        assertThat(rejected.error())
                .isInstanceOfSatisfying(
                        MonitorException.Rejected.class,
                        error -> assertThat(error.status()).isEqualTo(404));
    }

    @ParameterizedTest
    @CsvSource({"401", "404", "503"})
    void whatTheServerAskedToWaitIsKeptAsSent(int status) {
        Optional<Duration> asked = Optional.of(Duration.ofSeconds(7));
        assertThat(Failure.ofStatus("GET /", status, asked).retryAfter()).isEqualTo(asked);
    }

    @Test
    void aBrokenConnectionMayWellWorkNextTime() {
        IOException cause = new IOException("reset");
        Failure failure = Failure.disconnected("reset by peer", cause);
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(failure.error())
                .isInstanceOf(MonitorException.Disconnected.class)
                .hasMessage("reset by peer")
                .hasCause(cause);
    }

    @Test
    void aStreamHeldBackIsARejectionThatNamesTheTransport() {
        Failure failure = Failure.heldBack(Transport.EVENT_SOURCE);
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.error())
                .isInstanceOf(MonitorException.Disconnected.class)
                .hasMessageStartingWith("EVENT_SOURCE opened and brought no byte");
    }
}

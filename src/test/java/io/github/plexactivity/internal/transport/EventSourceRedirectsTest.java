package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EventSourceRedirectsTest {

    private static final String EVENT = "data: 1\n\n";

    private final EventSourceTrial trial = new EventSourceTrial();

    @AfterEach
    void nothingStays() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectWithinTheOriginIsFollowed(int status) {
        try (RawServer server = RawServer.start(connection -> {
            if (connection.head().startsWith("GET /other ")) {
                connection.send(RawServer.EVENT_STREAM + EVENT);
            } else {
                connection.send("HTTP/1.1 " + status + " There\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            assertThat(trial.open(server).awaitFrames(1)).containsExactly("|1");
            assertThat(server.heads()).last().asString().contains("X-Plex-Token: " + EventSourceTrial.TOKEN);
        }
    }

    @Test
    void aRedirectToAnotherOriginIsTheEndAndNothingIsSentThere() {
        try (RawServer other = answering(RawServer.EVENT_STREAM + EVENT);
                RawServer server = redirecting(other.uri() + "/?token=" + EventSourceTrial.TOKEN)) {
            Failure failure = trial.open(server).awaitLost();
            assertRejected(failure);
            assertThat(failure.error())
                    .hasMessageContaining("redirect")
                    .hasMessageNotContaining(EventSourceTrial.TOKEN);
            assertThat(other.accepted()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http:///",
                "ftp://127.0.0.1:%d/",
                "//[::1]:%d/x"
            })
    void anotherSchemeOrHostIsAnotherOrigin(String location) {
        try (RawServer server = RawServer.start(connection -> connection.send("HTTP/1.1 302 There\r\nLocation: "
                + location.formatted(connection.socket().getLocalPort()) + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertRejected(trial.open(server).awaitLost());
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aLoopOfRedirectsIsLeft() {
        try (RawServer server = redirecting("/:/eventsource/notifications")) {
            assertRejected(trial.open(server).awaitLost());
            assertThat(server.heads()).hasSize(4);
        }
    }

    @Test
    void aRedirectToAnAddressThatShowsTheTokenIsNotFollowed() {
        try (RawServer server = redirecting("/login?back=a%26" + EventSourceTrial.TOKEN)) {
            Failure failure = trial.open(server).awaitLost();
            assertRejected(failure);
            assertThat(failure.error()).hasMessageNotContaining(EventSourceTrial.TOKEN);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void aRedirectWithoutAnAddressIsRejected() {
        try (RawServer server = answering("HTTP/1.1 302 There\r\nContent-Length: 0\r\n\r\n")) {
            assertRejected(trial.open(server).awaitLost());
        }
    }

    private static void assertRejected(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.error())
                .isInstanceOfSatisfying(
                        MonitorException.Rejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(302));
    }

    private static RawServer redirecting(String location) {
        return answering("HTTP/1.1 302 There\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static RawServer answering(String answer) {
        return RawServer.start(connection -> connection.send(answer));
    }
}

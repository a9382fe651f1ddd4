package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EventSourceAnswersTest {

    private static final String EVENT = "data: 1\n\n";

    private final EventSourceTrial trial = new EventSourceTrial();

    @AfterEach
    void nothingStays() {
        trial.close();
    }

    @Test
    void theRequestCarriesTheTokenInAHeaderAlone() {
        try (RawServer server = answering(RawServer.EVENT_STREAM + EVENT)) {
            trial.open(server).awaitFrames(1);
            String head = server.heads().get(0);
            assertThat(head).startsWith("GET /:/eventsource/notifications?filters=activity HTTP/1.1\r\n");
            assertThat(head.lines())
                    .contains(
                            "X-Plex-Token: " + EventSourceTrial.TOKEN,
                            "X-Plex-Client-Identifier: client-1",
                            "Accept: text/event-stream",
                            "Accept-Encoding: identity");
        }
    }

    @Test
    void itIsOpenOnceTheHeadIsThereEvenIfNoByteFollows() {
        try (RawServer server = RawServer.start(connection -> {
            connection.send(RawServer.EVENT_STREAM);
            connection.awaitHangUp();
        })) {
            StreamRecording recording = trial.open(server);
            recording.awaitOpen();
            assertThat(recording.timesHeard()).isZero();
        }
    }

    @Test
    void aBeatIsHeardThoughItIsNoFrame() {
        try (RawServer server = answering(RawServer.EVENT_STREAM + ":\n")) {
            StreamRecording recording = trial.open(server);
            recording.awaitLost();
            assertThat(recording.timesHeard()).isPositive();
            assertThat(recording.frames()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/event-stream;charset=iso-8859-1",
                "Content-Type: application/octet-stream",
                "Content-Type: text/plain",
                "Content-Type: nonsense",
                "X-Nothing: at all",
            })
    void theContentTypeOfAStreamIsNotInsistedOn(String header) {
        try (RawServer server = answering("HTTP/1.1 200\r\n" + header + "\r\n\r\n" + EVENT)) {
            assertThat(trial.open(server).awaitFrames(1)).containsExactly("|1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/html",
                "Content-Type: TEXT/HTML; charset=utf-8",
                "Content-Type: application/xhtml+xml",
                "Content-Type: application/json",
                "Content-Type: text/xml",
                "Content-Encoding: gzip",
                "Content-Length: 0",
            })
    void whatIsNoStreamIsRejectedUnopened(String header) {
        try (RawServer server = answering("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + EVENT)) {
            StreamRecording recording = trial.open(server);
            assertRejected(recording.awaitLost(), 200);
            assertThat(recording.frames()).isEmpty();
        }
    }

    @Test
    void aStreamThatEndsWithoutAByteIsRejected() {
        try (RawServer server = answering(RawServer.EVENT_STREAM)) {
            assertRejected(trial.open(server).awaitLost(), 200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204, REJECTED",
        "304, REJECTED",
        "400, REJECTED",
        "404, REJECTED",
        "405, REJECTED",
        "406, REJECTED",
        "408, TRANSIENT",
        "429, TRANSIENT",
        "500, TRANSIENT",
        "501, TRANSIENT",
        "502, TRANSIENT",
        "503, TRANSIENT",
    })
    void anotherStatusIsToldWithTheAddress(int status, Kind kind) {
        try (RawServer server = answering("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")) {
            Failure failure = trial.open(server).awaitLost();
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.error())
                    .isInstanceOfSatisfying(
                            MonitorException.Rejected.class,
                            rejected -> assertThat(rejected.status()).isEqualTo(status))
                    .hasMessage("GET " + server.uri() + "/:/eventsource/notifications was answered " + status);
        }
    }

    @Test
    void aTypeThatEchoesTheTokenIsNotQuoted() {
        try (RawServer server = answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html-" + EventSourceTrial.TOKEN + "\r\n\r\n" + EVENT)) {
            assertThat(trial.open(server).awaitLost().error())
                    .hasMessageContaining("html")
                    .hasMessageNotContaining(EventSourceTrial.TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusedTokenIsTold(int status) {
        try (RawServer server = answering("HTTP/1.1 " + status + "\r\n\r\n<html>no</html>")) {
            Failure failure = trial.open(server).awaitLost();
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure.error())
                    .isInstanceOf(MonitorException.Refused.class)
                    .hasMessageNotContaining(EventSourceTrial.TOKEN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 7 | 7",
                "Date: Mon, 02 Nov 2026 12:00:00 GMT\\r\\nRetry-After: Mon, 02 Nov 2026 12:02:00 GMT | 120",
                "Date: Mon, 02 Nov 2026 12:00:00 GMT\\r\\nRetry-After: Mon, 02 Nov 2020 12:00:00 GMT | 0",
                "Retry-After: -3 | 0",
                "Retry-After: 99999999999999999999 | 999999999",
            })
    void aServerCanAskForTime(String headers, int seconds) {
        try (RawServer server = answering(
                "HTTP/1.1 503 No\r\n" + headers.replace("\\r\\n", "\r\n") + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(trial.open(server).awaitLost().retryAfter()).contains(Duration.ofSeconds(seconds));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", ""})
    void aTimeThatCannotBeUnderstoodIsNone(String value) {
        try (RawServer server =
                answering("HTTP/1.1 503 No\r\nRetry-After: " + value + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(trial.open(server).awaitLost().retryAfter()).isEmpty();
        }
    }

    @Test
    void aPathBeforeTheServerIsKept() {
        try (RawServer server = answering(RawServer.EVENT_STREAM + EVENT)) {
            trial.open(URI.create(server.uri() + "/media/")).awaitFrames(1);
            assertThat(server.heads()).first().asString().startsWith("GET /media/:/eventsource/notifications?");
        }
    }

    private static void assertRejected(Failure failure, int status) {
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.error())
                .isInstanceOfSatisfying(
                        MonitorException.Rejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(status));
    }

    private static RawServer answering(String answer) {
        return RawServer.start(connection -> connection.send(answer));
    }
}

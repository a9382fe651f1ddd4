package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OkHttpActivitiesApiTest {

    private static final String LIST =
            "{\"MediaContainer\":{\"size\":1,\"Activity\":[{\"uuid\":\"scan-1\",\"type\":\"library.update.section\"}]}}";

    private final RequestTrial trial = new RequestTrial();

    @AfterEach
    void nothingStays() {
        trial.close();
    }

    @Test
    void theListIsAskedForAsJsonWithTheTokenInAHeaderAlone() {
        try (RawServer server = answering(ok(LIST))) {
            assertThat(trial.list(server))
                    .isInstanceOfSatisfying(
                            Listing.Listed.class,
                            listed -> assertThat(listed.snapshot().rows()).containsOnlyKeys("scan-1"));
            assertThat(server.heads().get(0)).startsWith("GET /activities HTTP/1.1\r\n");
            assertThat(server.heads().get(0).lines())
                    .contains(
                            "Accept: application/json",
                            "Accept-Encoding: gzip",
                            "X-Plex-Token: " + RequestTrial.TOKEN,
                            "X-Plex-Client-Identifier: client-1");
        }
    }

    @Test
    void aCompressedListIsRead() throws IOException {
        byte[] body = zipped(LIST, 1);
        try (RawServer server =
                RawServer.start(connection -> connection.send(gzipHead(body)).send(body))) {
            assertThat(trial.list(server)).isInstanceOf(Listing.Listed.class);
        }
    }

    @Test
    void aServerThatMayBeAskedAgainAtOnceIsNotAskedTwiceForOneAnswer() {
        try (RawServer server = answering("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(trial.unlisted(server).kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void aBombIsNotAList() throws IOException {
        byte[] body = zipped(" ".repeat(1024 * 1024), 80);
        try (RawServer server =
                RawServer.start(connection -> connection.send(gzipHead(body)).send(body))) {
            assertThat(trial.unlisted(server).error()).isInstanceOf(MonitorException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "<html>log in</html>",
                "{\"MediaContainer\":{\"size\":2,\"Activity\":[{\"uuid\":\"1\"}]}}"
            })
    void aBodyThatIsNoListIsMalformed(String body) {
        try (RawServer server = answering(ok(body))) {
            Failure failure = trial.unlisted(server);
            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure.error()).isInstanceOf(MonitorException.Malformed.class);
        }
    }

    @Test
    void aPageIsNoList() {
        try (RawServer server =
                answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\npage")) {
            Failure failure = trial.unlisted(server);
            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure.error()).hasMessageEndingWith("/activities was answered 200, with a page");
        }
    }

    @Test
    void aListCutShortIsNone() {
        try (RawServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + LIST)) {
            assertThat(trial.list(server)).isInstanceOf(Listing.Unlisted.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204, REJECTED", "304, REJECTED", "400, REJECTED", "401, UNAUTHORIZED", "403, UNAUTHORIZED",
        "404, REJECTED", "429, TRANSIENT", "500, TRANSIENT", "502, TRANSIENT", "503, TRANSIENT"
    })
    void anotherStatusSaysNothingOfWhatRuns(int status, Kind kind) {
        try (RawServer server =
                answering("HTTP/1.1 " + status + " No\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")) {
            Failure failure = trial.unlisted(server);
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.error())
                    .hasMessageStartingWith("GET " + server.uri() + "/activities was answered " + status);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(server.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, ACCEPTED",
        "202, ACCEPTED",
        "204, ACCEPTED",
        "400, NOT_CANCELLABLE",
        "404, NOT_FOUND",
        "401, FORBIDDEN",
        "403, FORBIDDEN"
    })
    void theAnswerToACancellationIsAValue(int status, CancelResult result) {
        try (RawServer server =
                answering("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(trial.cancel(server, "scan-1")).isEqualTo(result);
            assertThat(server.heads().get(0)).startsWith("DELETE /activities/scan-1 HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 405, 500, 503})
    void anotherAnswerToACancellationIsARejection(int status) {
        try (RawServer server =
                answering("HTTP/1.1 " + status + "\r\nLocation: /activities\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> trial.cancel(server, "scan-1"))
                    .hasCauseInstanceOf(MonitorException.Rejected.class)
                    .cause()
                    .hasMessageContaining("DELETE");
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void aPageIsNoAcceptance() {
        try (RawServer server =
                answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\npage")) {
            assertThatThrownBy(() -> trial.cancel(server, "scan-1"))
                    .hasCauseInstanceOf(MonitorException.Rejected.class);
        }
    }

    @Test
    void theBodyOfARefusalIsNotWaitedFor() {
        try (RawServer server = RawServer.start(connection -> {
            connection.send("HTTP/1.1 404 No\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<html>");
            connection.awaitHangUp();
        })) {
            assertThat(trial.cancel(server, "scan-1")).isEqualTo(CancelResult.NOT_FOUND);
        }
    }

    @Test
    void aCancellationTouchesNothingButItsActivity() {
        try (RawServer server = answering("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")) {
            trial.cancel(server, "../library/sections/1?x#y");
            assertThat(server.heads().get(0))
                    .startsWith("DELETE /activities/..%2Flibrary%2Fsections%2F1%3Fx%23y HTTP/1.1\r\n");
            assertThatThrownBy(() -> trial.cancel(server, "..")).hasCauseInstanceOf(MonitorException.Malformed.class);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307})
    void aRedirectToAnotherOriginIsNotFollowed(int status) {
        try (RawServer other = answering(ok(LIST));
                RawServer server = answering("HTTP/1.1 " + status + " There\r\nLocation: " + other.uri()
                        + "/activities\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(trial.unlisted(server).kind()).isEqualTo(Kind.REJECTED);
            assertThatThrownBy(() -> trial.cancel(server, "scan-1"))
                    .hasCauseInstanceOf(MonitorException.Rejected.class);
            assertThat(other.accepted()).isZero();
        }
    }

    @Test
    void aKeptConnectionThatTheServerCutIsReplacedUnseen() {
        try (RawServer server = answering(ok(LIST))) {
            OkHttpActivitiesApi api = trial.api(server.uri());
            for (int i = 0; i < 5; i++) {
                assertThat(api.list(uuid -> null).join()).isInstanceOf(Listing.Listed.class);
            }
            api.close();
        }
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static String gzipHead(byte[] body) {
        return "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n";
    }

    private static byte[] zipped(String text, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                zip.write(text.getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static RawServer answering(String answer) {
        return RawServer.start(connection -> connection.send(answer));
    }
}

package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static io.github.plexactivity.internal.transport.WebSocketPeer.switching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a server, and what its answers mean. */
@Timeout(30)
class WebSocketUpgradeTest {

    @Test
    void theRequestNamesThePathTheHostAndWhoAsks() throws Exception {
        try (RawServer server = RawServer.start(connection -> accept(connection).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(new OkHttpClient(), server.uri() + "/plex%20x/")) {
            assertThat(trial.next()).isEqualTo("opened");
            List<String> head = server.heads().get(0).lines().toList();
            assertThat(head.get(0)).isEqualTo("GET /plex%20x/:/websockets/notifications?filters=activity HTTP/1.1");
            assertThat(head)
                    .containsOnlyOnce("Host: 127.0.0.1:" + server.port())
                    .containsOnlyOnce("X-Plex-Token: " + WebSocketTrial.TOKEN)
                    .containsOnlyOnce("X-Plex-Client-Identifier: client-1")
                    .noneMatch(line -> line.startsWith("Sec-WebSocket-Extensions"));
            assertThat(head.stream().map(line -> line.split(":", 2)[0])).doesNotHaveDuplicates();
        }
    }

    @Test
    void aHostThatJavaNetUriCannotHoldIsReachedAndNamed() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .dns(host -> host.equals("plex_server") ? List.of(InetAddress.getLoopbackAddress()) : List.of())
                .build();
        try (RawServer server = RawServer.start(connection -> accept(connection).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(client, "http://plex_server:" + server.port())) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(server.heads().get(0).lines()).contains("Host: plex_server:" + server.port());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, UNAUTHORIZED, 401",
        "401, UNAUTHORIZED, 401",
        "403 Forbidden, UNAUTHORIZED, 403",
        "400 Bad Request, REJECTED, 400",
        "404 Not Found, REJECTED, 404",
        "200 OK, REJECTED, 200",
        "302 Found, REJECTED, 302",
        "502 Bad Gateway, TRANSIENT, 502",
        "503, TRANSIENT, 503"
    })
    void aStatusOtherThan101IsToldForWhatItIs(String status, Kind kind, int code) throws Exception {
        try (RawServer server = RawServer.start(
                        connection -> connection.send("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.error())
                    .hasMessageStartingWith("GET " + server.uri() + "/:/websockets/notifications was answered " + code);
        }
    }

    @Test
    void retryAfterIsKept() throws Exception {
        try (RawServer server =
                        RawServer.start(connection -> connection.send("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\n\r\n"));
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.lost().retryAfter()).contains(Duration.ofSeconds(7));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (RawServer other = RawServer.start(connection -> accept(connection).awaitHangUp());
                RawServer server = RawServer.start(connection -> connection.send(
                        "HTTP/1.1 307 Elsewhere\r\nLocation: " + other.uri() + "/:/websockets/notifications\r\n\r\n"));
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.lost().kind()).isEqualTo(Kind.REJECTED);
            assertThat(other.accepted()).isZero();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void theReasonPhraseMayBeMissingAndInterimAnswersMayComeBefore() throws Exception {
        try (RawServer server = RawServer.start(connection -> connection
                        .send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
                        .send(switching(connection).replace("101 Switching Protocols", "101"))
                        .awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Accept: , Sec-WebSocket-Accept: x",
        "Sec-WebSocket-Accept, Sec-WebSocket-Other",
        "Upgrade: websocket, Upgrade: h2c",
        "Connection: Upgrade, Connection: close",
        "Connection:, Sec-WebSocket-Extensions: permessage-deflate|Connection:",
        "HTTP/1.1 101, SSH-2.0"
    })
    void a101ThatIsNotOneIsRejected(String part, String instead) throws Exception {
        try (RawServer server = RawServer.start(connection -> connection
                        .send(switching(connection).replace(part, instead.replace("|", "\r\n")))
                        .awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure.error()).isInstanceOf(MonitorException.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"})
    void anEndBeforeTheAnswerIsALostConnection(String begun) throws Exception {
        try (RawServer server = RawServer.start(connection -> connection.send(begun));
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error()).isInstanceOf(MonitorException.Disconnected.class);
        }
    }

    @Test
    void aHeadWithoutEndIsGivenUp() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.send("HTTP/1.1 101 Switching Protocols\r\n");
                    for (int i = 0; i < 100_000; i++) {
                        connection.send("X-Filler: " + "x".repeat(1_000) + "\r\n");
                    }
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure.error()).hasMessageContaining("a head of more than 65536 bytes");
        }
    }

    @Test
    void aTokenThatCannotBeAHeaderIsNeverSent() throws Exception {
        try (RawServer server = RawServer.start(connection -> accept(connection).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.openWithToken(server, "a\r\nX-Evil: 1")) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure.error()).hasMessageNotContaining("X-Evil");
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void aRefusedConnectionIsToldAsOne() throws Exception {
        RawServer gone = RawServer.start(connection -> {});
        gone.close();
        try (WebSocketTrial trial = WebSocketTrial.open(gone)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error()).hasMessageContaining("refused");
        }
    }
}

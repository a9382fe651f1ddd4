package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventSourceEndsTest {

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void theEndOfTheStreamIsToldWithItsAddress() {
        Failure failure = lostTo(connection -> connection.send(RawServer.EVENT_STREAM + "data: 1\n\n"));
        assertThat(failure.error()).hasMessageEndingWith("/:/eventsource/notifications: the server ended the stream");
    }

    @Test
    void aResetIsALoss() {
        Failure failure = lostTo(connection -> {
            connection.send(RawServer.EVENT_STREAM + "data: 1\n\n");
            connection.reset();
        });
        assertThat(failure.error()).hasMessageContaining("broke");
    }

    @Test
    void anEndInsideAChunkIsALossAndThePartIsDropped() {
        Failure failure =
                lostTo(connection -> connection.send(CHUNKED + "9\r\ndata: 1\n\n\r\n20\r\ndata: 2\n\ndata: part"));
        assertThat(failure.error()).hasMessageContaining("cut short").hasNoCause();
    }

    @Test
    void aMissingLastChunkIsALoss() {
        lostTo(connection -> connection.send(CHUNKED + "9\r\ndata: 1\n\n\r\n"));
    }

    @Test
    void anIllegalChunkIsALossThatDoesNotQuoteTheServer() {
        Failure failure = lostTo(
                connection -> connection.send(CHUNKED + "9\r\ndata: 1\n\n\r\n" + EventSourceTrial.TOKEN + "\r\n"));
        assertThat(failure.error()).hasNoCause().hasMessageNotContaining(EventSourceTrial.TOKEN);
    }

    @Test
    void halfAHeadIsALoss() {
        try (EventSourceTrial trial = new EventSourceTrial();
                RawServer server = RawServer.start(connection -> connection.send("HTTP/1.1 200 OK\r\nContent-"))) {
            assertDisconnected(trial.open(server).awaitLost());
        }
    }

    @Test
    void aRefusedConnectionIsALoss() throws IOException {
        URI nobody;
        try (RawServer server = RawServer.start(RawServer.Connection::close)) {
            nobody = server.uri();
        }
        try (EventSourceTrial trial = new EventSourceTrial()) {
            Failure failure = trial.open(nobody).awaitLost();
            assertDisconnected(failure);
            assertThat(failure.error()).hasMessageContaining("refused");
        }
    }

    @Test
    void anUnknownHostIsALossUntilItIsKnown() {
        AtomicBoolean known = new AtomicBoolean();
        Dns dns = host -> {
            if (!known.get()) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getLoopbackAddress());
        };
        try (RawServer server = beating();
                EventSourceTrial trial = new EventSourceTrial(client -> client.dns(dns))) {
            URI named = URI.create("http://plex.test:" + server.port());
            Failure failure = trial.open(named).awaitLost();
            assertDisconnected(failure);
            assertThat(failure.error()).hasMessageContaining("host name is not known");
            known.set(true);
            trial.open(named).awaitFrames(1);
        }
    }

    @Test
    void aNameThatMovesIsFollowedByTheNextAttempt() throws IOException {
        AtomicReference<InetAddress> address = new AtomicReference<>(InetAddress.getByName("127.0.0.2"));
        Dns dns = host -> List.of(address.get());
        try (RawServer server = beating();
                EventSourceTrial trial = new EventSourceTrial(client -> client.dns(dns))) {
            URI named = URI.create("http://plex.test:" + server.port());
            assertDisconnected(trial.open(named).awaitLost());
            address.set(InetAddress.getLoopbackAddress());
            trial.open(named).awaitFrames(1);
        }
    }

    @Test
    void aDeadFirstAddressDoesNotKeepFromTheSecond() throws IOException {
        InetAddress dead = InetAddress.getByName("127.0.0.2");
        Dns dns = host -> List.of(dead, InetAddress.getLoopbackAddress());
        try (RawServer server = beating();
                DeafServer deaf = new DeafServer(dead, server.port());
                EventSourceTrial trial =
                        new EventSourceTrial(client -> client.dns(dns).fastFallback(false))) {
            trial.open(URI.create("http://plex.test:" + deaf.port())).awaitFrames(1);
        }
    }

    @Test
    void whereNoThreadCanBeHadTheAttemptIsLost() {
        StreamRecording recording = new StreamRecording();
        NotificationStream stream = EventSourceStream.open(
                new StreamSettings(
                        new OkHttpClient(),
                        ServerAddress.of(URI.create("http://127.0.0.1:1")),
                        new RequestHeaders("client-1", () -> null),
                        Duration.ofSeconds(1),
                        1024,
                        task -> {
                            throw new OutOfMemoryError("no thread, as expected");
                        }),
                recording);
        assertDisconnected(recording.awaitLost());
        stream.close();
    }

    @Test
    void aReceiverThatThrowsEndsTheStreamInsteadOfSilencingIt() {
        StreamRecording recording = new StreamRecording(() -> {
            throw new NumberFormatException("as expected");
        });
        try (RawServer server = beating();
                EventSourceTrial trial = new EventSourceTrial()) {
            trial.open(server.uri(), recording);
            assertDisconnected(recording.awaitLost());
            trial.awaitNoReader();
        }
    }

    /** One event is told, then the stream is lost, and the server is not asked again. */
    private static Failure lostTo(RawServer.Script script) {
        try (EventSourceTrial trial = new EventSourceTrial();
                RawServer server = RawServer.start(script)) {
            StreamRecording recording = trial.open(server);
            Failure failure = recording.awaitLost();
            assertDisconnected(failure);
            assertThat(recording.frames()).startsWith("|1").doesNotContain("|part");
            trial.awaitNoReader();
            assertThat(server.accepted()).isEqualTo(1);
            return failure;
        }
    }

    private static void assertDisconnected(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.error())
                .isInstanceOf(MonitorException.Disconnected.class)
                .hasMessageStartingWith("GET http://")
                .hasMessageContaining("/:/eventsource/notifications")
                .hasMessageNotContaining("filters");
    }

    private static RawServer beating() {
        return RawServer.start(connection -> {
            connection.send(RawServer.EVENT_STREAM + "data: 1\n\n");
            connection.awaitHangUp();
        });
    }
}

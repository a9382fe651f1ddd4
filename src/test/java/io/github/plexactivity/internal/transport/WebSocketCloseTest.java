package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.FIN;
import static io.github.plexactivity.internal.transport.WebSocketPeer.PING;
import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static io.github.plexactivity.internal.transport.WebSocketPeer.frame;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing from outside, in every phase: at once, without a word, and nothing stays. */
@Timeout(60)
class WebSocketCloseTest {

    @Test
    void whileTheNameIsLookedUp() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        OkHttpClient client = new OkHttpClient.Builder()
                .dns(host -> {
                    asked.countDown();
                    awaitQuietly(answer);
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .build();
        try (RawServer server = RawServer.start(connection -> accept(connection).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(client, "http://plex:" + server.port())) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            trial.stream().close();
            answer.countDown();
            trial.awaitNoThreads();
            assertThat(server.accepted()).isZero();
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void whileConnecting() throws Exception {
        try (DeafServer deaf = new DeafServer(InetAddress.getLoopbackAddress(), 0);
                WebSocketTrial trial = WebSocketTrial.open(new OkHttpClient(), "http://127.0.0.1:" + deaf.port())) {
            await().until(trial::isConnecting);
            trial.stream().close();
            trial.awaitNoThreads();
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void whileTlsIsAgreedOn() throws Exception {
        try (RawServer server = RawServer.startBeforeHead(RawServer.Connection::awaitHangUp);
                WebSocketTrial trial = WebSocketTrial.open(new OkHttpClient(), "https://127.0.0.1:" + server.port())) {
            await().until(() -> server.open() == 1);
            trial.stream().close();
            trial.awaitNoThreads();
            await().until(() -> server.open() == 0);
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void whileTheUpgradeIsNotAnswered() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitHangUp);
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            await().until(() -> server.heads().size() == 1);
            trial.stream().close();
            trial.awaitNoThreads();
            await().until(() -> server.open() == 0);
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void whileOpenTowardsAServerThatAnswersNoClose() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection);
                    connection.stall();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
            trial.stream().close();
            trial.stream().close();
            trial.awaitNoThreads();
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void whileAWriteIsStuck() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection);
                    byte[] ping = frame(FIN | PING, new byte[125]);
                    for (int i = 0; i < 100_000; i++) {
                        connection.send(ping);
                    }
                    connection.send(text("after")).stall();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(trial.next()).isEqualTo("frame after");
            trial.stream().close();
            trial.awaitNoThreads();
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void fromInsideACallAndNothingFollows() throws Exception {
        CountDownLatch handed = new CountDownLatch(1);
        WebSocketTrial[] self = new WebSocketTrial[1];
        try (RawServer server = RawServer.start(connection ->
                        accept(connection).send(text("1")).send(text("2")).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server, () -> {
                    handed.await();
                    self[0].stream().close();
                    return "";
                })) {
            self[0] = trial;
            handed.countDown();
            trial.awaitNoThreads();
            assertThat(trial.rest()).containsExactly("opened", "frame 1");
        }
    }

    @Test
    void whileTheReceiverIsBusyDoesNotWaitForIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.start(
                        connection -> accept(connection).send(text("1")).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server, () -> {
                    release.await();
                    return "";
                })) {
            assertThat(List.of(trial.next(), trial.next())).containsExactly("opened", "frame 1");
            trial.stream().close();
            await().until(() -> server.open() == 0);
            release.countDown();
            trial.awaitNoThreads();
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void aHundredTimesOverLeavesNothing() throws Exception {
        try (RawServer server =
                RawServer.start(connection -> accept(connection).send(text("x")).awaitHangUp())) {
            for (int i = 0; i < 100; i++) {
                try (WebSocketTrial trial = WebSocketTrial.open(server)) {
                    for (int told = 0; told < i % 3; told++) {
                        assertThat(trial.next()).isNotEqualTo("lost");
                    }
                }
            }
            await().until(() -> WebSocketTrial.threads().isEmpty());
            await().until(() -> server.open() == 0);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

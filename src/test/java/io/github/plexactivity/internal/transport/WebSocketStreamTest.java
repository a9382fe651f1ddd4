package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.BINARY;
import static io.github.plexactivity.internal.transport.WebSocketPeer.CONTINUATION;
import static io.github.plexactivity.internal.transport.WebSocketPeer.FIN;
import static io.github.plexactivity.internal.transport.WebSocketPeer.PING;
import static io.github.plexactivity.internal.transport.WebSocketPeer.PONG;
import static io.github.plexactivity.internal.transport.WebSocketPeer.TEXT;
import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static io.github.plexactivity.internal.transport.WebSocketPeer.frame;
import static io.github.plexactivity.internal.transport.WebSocketPeer.join;
import static io.github.plexactivity.internal.transport.WebSocketPeer.switching;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.internal.transport.WebSocketPeer.ClientFrame;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an open stream tells, and what it answers. */
@Timeout(30)
class WebSocketStreamTest {

    @Test
    void textsAreToldInOrderAfterOpened() throws Exception {
        try (RawServer server = RawServer.start(connection -> accept(connection)
                        .send(text("one"))
                        .send(text("größer"))
                        .awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next(), trial.next()))
                    .containsExactly("opened", "frame one", "frame größer");
        }
    }

    @Test
    void itHasCaughtUpWhenAllThatCameWasTold() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection).send(join(text("one"), text("two")));
                    connection.send(text("three")).awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            await().until(() -> trial.framesWhenCaughtUp() == 3);
            assertThat(trial.rest()).containsExactly("opened", "frame one", "frame two", "frame three");
        }
    }

    @Test
    void framesGluedToTheAnswerAreToldAfterOpened() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.send(join(switching(connection).getBytes(UTF_8), text("first"), text("second")));
                    connection.awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next(), trial.next()))
                    .containsExactly("opened", "frame first", "frame second");
        }
    }

    @Test
    void oneByteAPacketMakesTheSameFrames() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    for (byte each : join(switching(connection).getBytes(UTF_8), text("größer"), text("x"))) {
                        connection.send(new byte[] {each});
                    }
                    connection.awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next(), trial.next()))
                    .containsExactly("opened", "frame größer", "frame x");
        }
    }

    @Test
    void fragmentsMakeOneFrameThoughPingsComeBetween() throws Exception {
        byte[] bytes = "größer".getBytes(UTF_8);
        byte[] half = {bytes[0], bytes[1], bytes[2]};
        byte[] rest = {bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]};
        try (RawServer server = RawServer.start(connection -> accept(connection)
                        .send(frame(TEXT, half))
                        .send(frame(FIN | PING, new byte[0]))
                        .send(frame(CONTINUATION, new byte[0]))
                        .send(frame(FIN | CONTINUATION, rest))
                        .awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next())).containsExactly("opened", "frame größer");
        }
    }

    @Test
    void bytesThatAreNoUtf8CostACharacter() throws Exception {
        byte[] latin = "gr\u00f6\u00dfer".getBytes(ISO_8859_1);
        try (RawServer server = RawServer.start(connection -> accept(connection)
                        .send(frame(FIN | TEXT, latin))
                        .send(join(frame(TEXT, new byte[0]), frame(FIN | CONTINUATION, latin)))
                        .send(text("x"))
                        .awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next(), trial.next(), trial.next()))
                    .containsExactly("opened", "frame gr\ufffd\ufffder", "frame gr\ufffd\ufffder", "frame x");
        }
    }

    @Test
    void aFrameOfTheGreatestSizeIsTold() throws Exception {
        String most = "x".repeat(WebSocketTrial.MAX_FRAME_BYTES);
        try (RawServer server = RawServer.start(
                        connection -> accept(connection).send(text(most)).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next())).containsExactly("opened", "frame " + most);
        }
    }

    @Test
    void binaryMessagesAndPingsAreHeardOnly() throws Exception {
        try (RawServer server = RawServer.start(connection -> accept(connection)
                        .send(frame(FIN | BINARY, new byte[] {1, 2, 3}))
                        .send(frame(FIN | PING, new byte[0]))
                        .send(text("after"))
                        .awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next())).containsExactly("opened", "frame after");
            assertThat(trial.timesHeard()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void partsOfAFrameAreHeardBeforeItIsWhole() throws Exception {
        byte[] whole = text("x".repeat(500));
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection);
                    connection.socket().getOutputStream().write(whole, 0, 100);
                    connection.awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            await().until(() -> trial.timesHeard() == 1);
            assertThat(trial.rest()).containsExactly("opened");
        }
    }

    @Test
    void eachPingOfTheServerIsAnsweredWithItsPayload() throws Exception {
        BlockingQueue<ClientFrame> answers = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection);
                    for (int i = 0; i < 300; i++) {
                        connection.send(frame(FIN | PING, ("ping " + i).getBytes(UTF_8)));
                    }
                    for (int i = 0; i < 300; i++) {
                        answers.add(WebSocketPeer.read(connection));
                    }
                    connection.awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
            for (int i = 0; i < 300; i++) {
                assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(new ClientFrame(FIN | PONG, "ping " + i));
            }
        }
    }

    @Test
    void aPingOfOursIsAskedAndItsPongTold() throws Exception {
        BlockingQueue<ClientFrame> questions = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection);
                    questions.add(WebSocketPeer.read(connection));
                    connection.send(frame(FIN | PONG, new byte[0])).awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
            trial.stream().ping();
            assertThat(questions.poll(10, TimeUnit.SECONDS)).isEqualTo(new ClientFrame(FIN | PING, ""));
            assertThat(trial.next()).isEqualTo("ponged");
        }
    }

    @Test
    void aPingBeforeTheAnswerAndAfterTheEndIsNothing() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitHangUp);
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            trial.stream().ping();
            await().until(() -> server.heads().size() == 1);
            trial.stream().ping();
            trial.stream().close();
            trial.awaitNoThreads();
            trial.stream().ping();
            assertThat(trial.rest()).isEmpty();
        }
    }

    @Test
    void aServerThatPingsAndReadsNothingIsHeardOn() throws Exception {
        byte[] ping = frame(FIN | PING, new byte[125]);
        byte[] many = join(nCopies(10_000, ping).toArray(byte[][]::new));
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection);
                    for (int i = 0; i < 40; i++) {
                        connection.send(many);
                    }
                    connection.send(text("after"));
                    connection.stall();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(List.of(trial.next(), trial.next())).containsExactly("opened", "frame after");
            trial.stream().close();
            trial.awaitNoThreads();
        }
    }
}

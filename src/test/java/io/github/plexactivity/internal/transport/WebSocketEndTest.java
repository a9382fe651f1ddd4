package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.CLOSE;
import static io.github.plexactivity.internal.transport.WebSocketPeer.CONTINUATION;
import static io.github.plexactivity.internal.transport.WebSocketPeer.FIN;
import static io.github.plexactivity.internal.transport.WebSocketPeer.TEXT;
import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static io.github.plexactivity.internal.transport.WebSocketPeer.close;
import static io.github.plexactivity.internal.transport.WebSocketPeer.frame;
import static io.github.plexactivity.internal.transport.WebSocketPeer.header;
import static io.github.plexactivity.internal.transport.WebSocketPeer.join;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an open stream ends that nobody here closed: it is told once, whatever the library says and how often. */
@Timeout(30)
class WebSocketEndTest {

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011, 1012, 1013, 4000})
    void aCloseOfTheServerIsTransientNamesItsCodeAndIsAnswered(int code) throws Exception {
        BlockingQueue<WebSocketPeer.ClientFrame> answers = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection).send(join(text("last"), close(code, "bye 401")));
                    answers.add(WebSocketPeer.read(connection));
                    connection.awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(trial.next()).isEqualTo("frame last");
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error())
                    .isInstanceOf(MonitorException.Disconnected.class)
                    .hasMessageContaining(String.valueOf(code))
                    .hasMessageNotContaining("bye");
            assertThat(answers.poll(10, TimeUnit.SECONDS))
                    .extracting(WebSocketPeer.ClientFrame::opcode)
                    .isEqualTo(CLOSE);
        }
    }

    @Test
    void a1008IsARejection() throws Exception {
        Failure failure = lostAfter(close(1008, "go away"));
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.error())
                .isInstanceOfSatisfying(
                        MonitorException.Rejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(1008));
    }

    @Test
    void anEndWithoutACloseFrameIsTransient() throws Exception {
        try (RawServer server = RawServer.start(WebSocketPeer::accept);
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error()).hasMessageContaining("1006");
        }
    }

    @Test
    void aResetIsTransient() throws Exception {
        try (RawServer server = RawServer.start(connection -> accept(connection).reset());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error()).isInstanceOf(MonitorException.Disconnected.class);
        }
    }

    @Test
    void aServerThatClosesAndNeverHangsUpKeepsNothing() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection).send(close(1001, ""));
                    connection.stall();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.lost().error()).hasMessageContaining("1001");
        }
    }

    static Stream<Arguments> illegal() {
        return Stream.of(
                Arguments.of("masked", new byte[] {(byte) 0x81, (byte) 0x81, 1, 2, 3, 4, 'x' ^ 1}),
                Arguments.of("reserved bit", frame(FIN | 0x40 | TEXT, new byte[1])),
                Arguments.of("unknown kind", frame(FIN | 3, new byte[1])),
                Arguments.of("control in fragments", frame(9, new byte[0])),
                Arguments.of("continues nothing", frame(FIN | CONTINUATION, new byte[1])),
                Arguments.of("begins inside another", join(frame(TEXT, new byte[1]), text("x"))),
                Arguments.of("a close code that is none", close(1006, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegal")
    void anIllegalFrameIsRejectedAndWhatCameBeforeIsTold(String name, byte[] bytes) throws Exception {
        try (RawServer server = RawServer.start(connection ->
                        accept(connection).send(join(text("good"), bytes)).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(trial.next()).isEqualTo("frame good");
            Failure failure = trial.lost();
            assertThat(failure.kind()).as(name).isEqualTo(Kind.REJECTED);
            assertThat(failure.error()).isInstanceOf(MonitorException.Malformed.class);
        }
    }

    @Test
    void aHeaderThatPromises400MegabytesIsRefusedWith1009() throws Exception {
        BlockingQueue<WebSocketPeer.ClientFrame> answers = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection).send(header(FIN | TEXT, 400_000_000));
                    answers.add(WebSocketPeer.read(connection));
                    connection.awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error())
                    .isInstanceOf(MonitorException.Malformed.class)
                    .hasMessageContaining("more than 1000 bytes");
            WebSocketPeer.ClientFrame goodbye = answers.poll(10, TimeUnit.SECONDS);
            assertThat(goodbye).isNotNull();
            assertThat(goodbye.opcode()).isEqualTo(CLOSE);
            assertThat(ByteBuffer.wrap(goodbye.payload().getBytes(ISO_8859_1)).getShort())
                    .isEqualTo((short) 1009);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void fragmentsWithoutEndAreRefused(int size) throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    accept(connection).send(frame(TEXT, new byte[size]));
                    for (int i = 0; i < 1_000_000; i++) {
                        connection.send(frame(CONTINUATION, new byte[size]));
                    }
                });
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            assertThat(trial.lost().error()).hasMessageContaining("more than 1000 bytes");
            assertThat(trial.timesHeard()).isLessThan(100);
        }
    }

    static Stream<Throwable> faults() {
        return Stream.of(new IllegalStateException(), new OutOfMemoryError(), new StackOverflowError(), new Error());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aReaderKilledByWhatItCallsIsALostStream(Throwable thrown) throws Exception {
        try (RawServer server = RawServer.start(
                        connection -> accept(connection).send(text("x")).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server, () -> {
                    if (thrown instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) thrown;
                })) {
            Failure failure = trial.lost();
            assertThat(failure.error()).isInstanceOf(MonitorException.Disconnected.class);
            assertThat(failure.error()).hasRootCause(thrown);
        }
    }

    private static Failure lostAfter(byte[] bytes) throws Exception {
        try (RawServer server = RawServer.start(
                        connection -> accept(connection).send(bytes).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            return trial.lost();
        }
    }
}

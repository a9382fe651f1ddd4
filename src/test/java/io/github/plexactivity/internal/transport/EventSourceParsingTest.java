package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.EventSourceTrial.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EventSourceParsingTest {

    private final EventSourceTrial trial = new EventSourceTrial();

    @AfterEach
    void nothingStays() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyLineEndGivesTheSameEvents(String end) {
        String stream = "event: ping\ndata: {}\n\nevent: activity\ndata: {\"a\":\ndata: 1}\n\n: beat\n\ndata:x\n\n";
        assertThat(frames(3, stream.replace("\n", end))).containsExactly("ping|{}", "activity|{\"a\":\n1}", "|x");
    }

    @Test
    void itHasCaughtUpWhenAllThatCameWasTold() {
        try (RawServer server = RawServer.start(connection -> {
            connection
                    .send(RawServer.EVENT_STREAM + "data: 1\n\ndata: 2\n\ndat")
                    .send("a: 3\n\ndata: 4");
            connection.awaitHangUp();
        })) {
            StreamRecording recording = trial.open(server.uri());
            soon().until(() -> recording.framesWhenCaughtUp() == 3);
            assertThat(recording.frames()).containsExactly("|1", "|2", "|3");
        }
    }

    @Test
    void itHasCaughtUpWhereNothingButTheEndOfAChunkIsAtHand() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
        int readAtOnce = 8_192;
        int length = readAtOnce - head.length() - "1fff\r\n".length();
        String event = "data: " + "x".repeat(length - "data: \n\n".length()) + "\n\n";
        try (RawServer server = RawServer.start(connection -> {
            connection.send(head + Integer.toHexString(length) + "\r\n" + event + "\r\n");
            connection.awaitHangUp();
        })) {
            StreamRecording recording = trial.open(server.uri());
            soon().until(() -> recording.framesWhenCaughtUp() == 1);
        }
    }

    @Test
    void mixedLineEndsGiveTheSameEvents() {
        assertThat(frames(2, "event: ping\rdata: {}\r\n\nevent: activity\ndata: 1\r\r\n"))
                .containsExactly("ping|{}", "activity|1");
    }

    @Test
    void aByteAtATimeGivesTheSameEventsByOneConnection() {
        String text =
                "\ufeffevent: activity\r\ndata: Die fabelhafte Welt der Am\u00e9lie \ud83c\udfac\r\n\r\ndata: 2\r\n\r\n";
        try (RawServer server = RawServer.start(connection -> {
            connection.send(RawServer.EVENT_STREAM);
            for (byte each : text.getBytes(UTF_8)) {
                connection.send(new byte[] {each});
            }
            connection.awaitHangUp();
        })) {
            assertThat(trial.open(server).awaitFrames(2))
                    .containsExactly("activity|Die fabelhafte Welt der Am\u00e9lie \ud83c\udfac", "|2");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aByteOrderMarkCostsNoEvent() {
        assertThat(frames(1, "\ufeffevent: activity\ndata: 1\n\n")).containsExactly("activity|1");
    }

    @Test
    void anEventWithoutANameHasAnEmptyOne() {
        assertThat(frames(4, "data: 1\n\nevent:\ndata: 2\n\nevent: message\ndata: 3\n\nevent: other\ndata: 4\n\n"))
                .containsExactly("|1", "|2", "|3", "other|4");
    }

    @Test
    void fieldsThatDoNotMatterCostNothing() {
        assertThat(frames(2, "id: 1\nretry: 0\nwhat: ever\nnothing\nevent: activity\ndata: 1\n\nid\ndata: 2\n\n"))
                .containsExactly("activity|1", "|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "9223372036854775807", "99999999999999999999"})
    void noRetryOfTheServerEndsOrRestartsTheStream(String retry) {
        try (RawServer server = RawServer.start(connection -> {
            connection.send(RawServer.EVENT_STREAM + "event: activity\nretry: " + retry + "\ndata: 1\n\n");
            connection.send("retry: " + retry + "\n\ndata: 2\n\n");
        })) {
            StreamRecording recording = trial.open(server);
            assertThat(recording.awaitFrames(2)).containsExactly("activity|1", "|2");
            assertThat(recording.awaitLost().error()).hasMessageEndingWith("the server ended the stream");
            trial.awaitNoReader();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void anEventCutByTheEndOfTheStreamIsNotTold() {
        assertThat(frames(1, "data: 1\n\ndata: 2\n")).containsExactly("|1");
    }

    @ParameterizedTest
    @ValueSource(ints = {8180, 8184, 8185, 8186, 8187, 8191, 8192, 8193, 16384, 60_000})
    void anEventAroundTheSizeOfABufferIsTheSame(int length) {
        String data = "x".repeat(length);
        assertThat(frames(2, "data: " + data + "\r\nevent: activity\r\n\r\ndata: 2\r\n\r\n"))
                .containsExactly("activity|" + data, "|2");
    }

    @Test
    void brokenUtf8CostsACharacterNotTheStream() throws IOException {
        byte[] bytes = "data: a?b\n\ndata: 2\n\n".getBytes(UTF_8);
        bytes[7] = (byte) 0xc3;
        try (RawServer server = RawServer.start(connection ->
                connection.send(RawServer.EVENT_STREAM).send(bytes).awaitHangUp())) {
            assertThat(trial.open(server).awaitFrames(2)).containsExactly("|a\ufffdb", "|2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: ", ": ", "unknown: ", "no colon ", "id: "})
    void aLineWithoutEndIsCutAtTheLimit(String beginning) {
        assertOversize(beginning, "x".repeat(1024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: \n", "data\r", "event: x\r\n", "id: 1\n"})
    void linesWithoutEndAreCutAtTheLimit(String line) {
        assertOversize("", line.repeat(200));
    }

    @Test
    void commentsWithoutEndAreNoEvent() {
        List<String> stream = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            stream.add((": " + "x".repeat(1021) + "\n").repeat(10));
        }
        stream.add("data: 1\n\n");
        assertThat(frames(1, stream.toArray(String[]::new))).containsExactly("|1");
    }

    /** What came before is told, and the server sees us hang up. */
    private void assertOversize(String beginning, String repeated) {
        try (RawServer server = RawServer.start(connection -> {
            connection.send(RawServer.EVENT_STREAM + "data: 1\n\n" + beginning);
            for (int i = 0; i < 100_000; i++) {
                connection.send(repeated);
            }
            throw new AssertionError("all of it was read");
        })) {
            StreamRecording recording = trial.open(server);
            Failure failure = recording.awaitLost();
            assertThat(failure.error())
                    .isInstanceOf(MonitorException.Malformed.class)
                    .hasMessageContaining(EventSourceTrial.MOST_BYTES + " bytes");
            assertThat(recording.frames()).containsExactly("|1");
            trial.awaitNoReader();
        }
    }

    private List<String> frames(int count, String... pieces) {
        try (RawServer server = RawServer.start(connection -> {
            connection.send(RawServer.EVENT_STREAM);
            for (String piece : pieces) {
                connection.send(piece);
            }
        })) {
            StreamRecording recording = trial.open(server);
            recording.awaitLost();
            assertThat(recording.frames()).hasSize(count);
            return recording.frames();
        }
    }
}

package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMeterTest {

    private static final int MOST = 20;

    private final EventMeter meter = new EventMeter(MOST);

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void anEmptyLineEndsAnEventByWhicheverLineEnd(String end) {
        String event = "data: 01234" + end + "id: 1" + end + end;
        for (int i = 0; i < 100; i++) {
            assertPassesWhole(event);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: ", ": ", "unknown: ", "no colon"})
    void aLineWithoutEndIsCutAtTheLimitWhateverItIs(String beginning) {
        String line = beginning + "x".repeat(100);
        assertThat(pass(line)).isEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void theLinesOfAnEventAddUpByWhicheverLineEnd(String end) {
        String line = "data" + end;
        int lines = 0;
        while (pass(line) == line.length()) {
            lines++;
        }
        assertThat(lines).isEqualTo(MOST / "data\n".length());
    }

    @Test
    void commentsDoNotAddUp() {
        for (int i = 0; i < 100; i++) {
            assertPassesWhole(": beat\n");
        }
    }

    @Test
    void aCommentWithinAnEventDoesNotHideItsLength() {
        assertPassesWhole("data: 0123\n: beat\n");
        assertThat(pass("data: 0123456789\n")).isEqualTo(MOST - "data: 0123\n".length());
    }

    @Test
    void anEventOfExactlyTheLimitPasses() {
        assertPassesWhole("x".repeat(MOST) + "\n\n" + "x".repeat(MOST) + "\n\n");
    }

    /** Pieces of many bytes are passed in leaps, single bytes one by one: the limit is the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesOfAnyLengthAreCutWhereSingleBytesAre(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[200];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) "\n\n\n\r\rx:".charAt(random.nextInt(7));
            }
            int most = 1 + random.nextInt(12);
            EventMeter single = new EventMeter(most);
            int cut = 0;
            while (cut < bytes.length && single.pass(bytes, cut, 1) == 1) {
                cut++;
            }
            assertThat(passInPieces(new EventMeter(most), bytes, random)).isEqualTo(cut);
        }
    }

    private static int passInPieces(EventMeter meter, byte[] bytes, Random random) {
        int passed = 0;
        while (passed < bytes.length) {
            int piece = Math.min(1 + random.nextInt(20), bytes.length - passed);
            int count = meter.pass(bytes, passed, piece);
            passed += count;
            if (count < piece) {
                return passed;
            }
        }
        return passed;
    }

    @Test
    void whatPassedBeforeTheLimitIsTold() {
        assertThat(pass("data: 1\n\n" + "x".repeat(MOST + 1))).isEqualTo("data: 1\n\n".length() + MOST);
    }

    @Test
    void aLineEndCutBetweenTwoPiecesIsOne() {
        assertPassesWhole("data: 0123456\r");
        assertPassesWhole("\ndata");
        assertThat(pass("xyz")).isEqualTo(2);
    }

    private void assertPassesWhole(String text) {
        assertThat(pass(text)).isEqualTo(text.length());
    }

    private int pass(String text) {
        byte[] bytes = ("__" + text).getBytes(UTF_8);
        return meter.pass(bytes, 2, bytes.length - 2);
    }
}

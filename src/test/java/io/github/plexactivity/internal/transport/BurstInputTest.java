package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class BurstInputTest {

    private static final int ASKED = 8_192;
    private static final int MUCH = 100_000;

    private final byte[] sent = new byte[MUCH];
    private final Sent below = new Sent(sent);
    private final BurstInput in = new BurstInput(below);

    BurstInputTest() {
        new Random(7).nextBytes(sent);
    }

    /** As a socket would bring it, with how much was asked for each time. */
    private static final class Sent extends ByteArrayInputStream {
        private final List<Integer> asked = new ArrayList<>();
        private final List<byte[]> targets = new ArrayList<>();
        private boolean closed;

        Sent(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            asked.add(length);
            targets.add(target);
            return super.read(target, offset, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static int read(InputStream in) throws IOException {
        return in.read(new byte[ASKED], 0, ASKED);
    }

    @Test
    void ofABurstMoreIsReadThanIsAskedFor() throws IOException {
        assertThat(in.available()).isEqualTo(MUCH);
        for (int i = 0; i < 8; i++) {
            assertThat(read(in)).isEqualTo(ASKED);
        }
        assertThat(below.asked).containsExactly(65_536);
    }

    @Test
    void whatWasReadAheadIsAtHandWithoutAskingBelow() throws IOException {
        in.available();
        read(in);
        below.skip(MUCH);
        assertThat(in.available()).isEqualTo(65_536 - ASKED);
    }

    @Test
    void whereNobodyAsksWhatIsAtHandNothingIsReadAhead() throws IOException {
        read(in);
        assertThat(below.asked).containsExactly(ASKED);
    }

    @Test
    void aBurstGoesOnWhereNobodyAsks() throws IOException {
        readAPiece();
        read(in);
        assertThat(below.asked).containsExactly(65_536, 65_536);
    }

    @Test
    void aPieceIsKeptOverLittleThatIsAtHand() throws IOException {
        readAPieceAndThenWhatIsLeftOf(16_383);
        assertThat(below.asked).containsExactly(65_536, ASKED, 65_536);
        assertThat(below.targets.get(2)).isSameAs(below.targets.get(0));
    }

    @Test
    void aPieceIsGivenBackBeforeAReadThatMayWait() throws IOException {
        readAPieceAndThenWhatIsLeftOf(0);
        assertThat(below.asked).containsExactly(65_536, ASKED, 65_536);
        assertThat(below.targets.get(2)).isNotSameAs(below.targets.get(0));
    }

    private void readAPiece() throws IOException {
        in.available();
        for (int i = 0; i < 8; i++) {
            read(in);
        }
    }

    private void readAPieceAndThenWhatIsLeftOf(int atHand) throws IOException {
        readAPiece();
        below.reset();
        below.skip(MUCH - atHand);
        read(in);
        below.reset();
        in.available();
        read(in);
    }

    @Test
    void ofLittleNothingIsReadAhead() throws IOException {
        below.skip(MUCH - 16_383);
        in.available();
        read(in);
        assertThat(below.asked).containsExactly(ASKED);
    }

    @Test
    void whoHasRoomForAllOfAPieceIsGivenItAtOnce() throws IOException {
        in.available();
        assertThat(in.read(new byte[MUCH], 0, 65_536)).isEqualTo(65_536);
        assertThat(below.asked).containsExactly(65_536);
        assertThat(in.available()).isEqualTo(MUCH - 65_536);
    }

    @Test
    void everyByteComesOnceAndInOrder() throws IOException {
        byte[] read = new byte[MUCH];
        int length = 0;
        for (int i = 0; length < MUCH; i++) {
            in.available();
            if (i % 3 == 0) {
                read[length++] = (byte) in.read();
            } else {
                length += in.read(read, length, Math.min(1 + i * 31 % ASKED, MUCH - length));
            }
        }
        assertThat(Arrays.equals(read, sent)).isTrue();
        assertThat(in.available()).isZero();
        assertThat(in.read()).isEqualTo(-1);
        assertThat(read(in)).isEqualTo(-1);
    }

    @Test
    void anEndThatComesInsteadOfABurstIsTheEnd() throws IOException {
        in.available();
        below.skip(MUCH);
        assertThat(read(in)).isEqualTo(-1);
        assertThat(read(in)).isEqualTo(-1);
    }

    @Test
    void itIsClosedWithWhatIsBelow() throws IOException {
        in.close();
        assertThat(below.closed).isTrue();
    }

    @Test
    void theSocketsOfACallerThatHasItsOwnAreNotReplaced() {
        SocketFactory own = PlainSockets.unless(SocketFactory.getDefault(), new Allowance());
        assertThat(PlainSockets.unless(own, new Allowance())).isSameAs(own);
        assertThat(own).isInstanceOf(PlainSockets.class);
    }
}

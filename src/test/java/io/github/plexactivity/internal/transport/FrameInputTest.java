package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.CLOSE;
import static io.github.plexactivity.internal.transport.WebSocketPeer.CONTINUATION;
import static io.github.plexactivity.internal.transport.WebSocketPeer.FIN;
import static io.github.plexactivity.internal.transport.WebSocketPeer.PING;
import static io.github.plexactivity.internal.transport.WebSocketPeer.TEXT;
import static io.github.plexactivity.internal.transport.WebSocketPeer.frame;
import static io.github.plexactivity.internal.transport.WebSocketPeer.header;
import static io.github.plexactivity.internal.transport.WebSocketPeer.join;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameInputTest {

    private static final int MOST = 70_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, MOST})
    void aFramePassesUnchangedWhateverItsLength(int length) throws IOException {
        byte[] frame = frame(FIN | TEXT, new byte[length]);
        assertThat(all(frame)).isEqualTo(frame);
    }

    @Test
    void aReadEndsWithAFrame() throws IOException {
        FrameInput input = input(join(text("one"), frame(FIN | PING, new byte[0]), text("three")));
        List<Integer> reads = new ArrayList<>();
        for (int n = input.read(new byte[100]); n > 0; n = input.read(new byte[100])) {
            reads.add(n);
        }
        assertThat(reads).containsExactly(5, 2, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "0xC1, 0x00, reserved bits",
        "0xA1, 0x00, reserved bits",
        "0x91, 0x00, reserved bits",
        "0x83, 0x00, unknown kind 3",
        "0x87, 0x00, unknown kind 7",
        "0x8B, 0x00, unknown kind 11",
        "0x8F, 0x00, unknown kind 15",
        "0x81, 0x80, a masked frame",
        "0x09, 0x00, in fragments",
        "0x88, 0x7E, more than 125 bytes",
        "0x89, 0x7F, more than 125 bytes"
    })
    void whatAServerMustNotSendIsIllegal(String first, String second, String what) {
        byte[] bytes = {
            Integer.decode(first).byteValue(), Integer.decode(second).byteValue(), 0, 0, 0, 0, 0, 0, 0, 0
        };
        assertThatThrownBy(() -> all(bytes)).isInstanceOfSatisfying(IllegalFrameException.class, illegal -> {
            assertThat(illegal).hasMessageContaining(what);
            assertThat(illegal.closeCode()).isEqualTo(1002);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {MOST + 1, 400_000_000, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void aLengthAboveTheBoundIsRefusedByItsHeaderAlone(long length) {
        byte[] header = length < 0 ? longHeader(length) : header(FIN | TEXT, length);
        assertTooBig(header);
    }

    @Test
    void fragmentsCountTogether() throws IOException {
        byte[] half = new byte[MOST / 2];
        byte[] whole = join(frame(TEXT, half), frame(CONTINUATION, half));
        assertThat(all(whole)).isEqualTo(whole);
        assertTooBig(join(whole, frame(FIN | CONTINUATION, new byte[1])));
    }

    @Test
    void emptyFragmentsCountTooAndControlFramesBetweenDoNot() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.writeBytes(frame(TEXT, new byte[0]));
        for (int i = 0; i < MOST / 64; i++) {
            many.writeBytes(frame(CONTINUATION, new byte[0]));
            many.writeBytes(frame(FIN | PING, new byte[100]));
        }
        assertThat(all(many.toByteArray())).hasSize(many.size());
        many.writeBytes(frame(CONTINUATION, new byte[0]));
        assertTooBig(many.toByteArray());
    }

    @Test
    void aNewMessageCountsFromZero() throws IOException {
        byte[] most = frame(FIN | TEXT, new byte[MOST]);
        assertThat(all(join(most, most, frame(FIN | CLOSE, new byte[2])))).hasSize(2 * most.length + 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void anEndInsideAFrameIsAnEnd(int bytes) throws IOException {
        byte[] cut = Arrays.copyOf(frame(FIN | TEXT, new byte[200]), bytes);
        assertThat(input(cut).read(new byte[100])).isEqualTo(-1);
    }

    private static void assertTooBig(byte[] bytes) {
        assertThatThrownBy(() -> all(bytes)).isInstanceOfSatisfying(IllegalFrameException.class, illegal -> {
            assertThat(illegal).hasMessageContaining("more than " + MOST + " bytes");
            assertThat(illegal.closeCode()).isEqualTo(1009);
        });
    }

    private static byte[] longHeader(long length) {
        byte[] header = header(FIN | TEXT, Long.MAX_VALUE);
        for (int i = 0; i < 8; i++) {
            header[2 + i] = (byte) (length >> (56 - 8 * i));
        }
        return header;
    }

    private static byte[] all(byte[] bytes) throws IOException {
        FrameInput input = input(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_000];
        for (int n = input.read(buffer); n > 0; n = input.read(buffer)) {
            all.write(buffer, 0, n);
        }
        return all.toByteArray();
    }

    private static FrameInput input(byte[] bytes) {
        return new FrameInput(new ByteArrayInputStream(bytes), MOST);
    }
}

package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.BINARY;
import static io.github.plexactivity.internal.transport.WebSocketPeer.CLOSE;
import static io.github.plexactivity.internal.transport.WebSocketPeer.CONTINUATION;
import static io.github.plexactivity.internal.transport.WebSocketPeer.FIN;
import static io.github.plexactivity.internal.transport.WebSocketPeer.PING;
import static io.github.plexactivity.internal.transport.WebSocketPeer.TEXT;
import static io.github.plexactivity.internal.transport.WebSocketPeer.frame;
import static io.github.plexactivity.internal.transport.WebSocketPeer.header;
import static io.github.plexactivity.internal.transport.WebSocketPeer.join;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static java.nio.charset.StandardCharsets.UTF_8;
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

    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 1_024, 1_025, 65_535, 65_536, MOST})
    void aTextIsTheSameWhateverItsLength(int length) throws IOException {
        String text = "x".repeat(length);
        assertThat(all(text(text))).isEmpty();
        assertThat(told).containsExactly(text);
    }

    @Test
    void controlFramesAreHandedOnOneByOneAsTheyCame() throws IOException {
        byte[] ping = frame(FIN | PING, new byte[125]);
        byte[] close = frame(FIN | CLOSE, new byte[] {3, -24});
        FrameInput input = input(join(text("one"), ping, text("two"), close));
        byte[] buffer = new byte[200];
        assertThat(Arrays.copyOf(buffer, input.read(buffer))).isEqualTo(ping);
        assertThat(told).containsExactly("one");
        assertThat(Arrays.copyOf(buffer, input.read(buffer))).isEqualTo(close);
        assertThat(told).containsExactly("one", "two");
        assertThat(input.read(buffer)).isEqualTo(-1);
    }

    @Test
    void eachFrameIsHeardBeforeItIsTold() throws IOException {
        List<String> order = new ArrayList<>();
        FrameInput input = new FrameInput(
                new ByteArrayInputStream(join(text(""), text("one"), frame(FIN | PING, new byte[0]))),
                MOST,
                new FrameInput.Data() {
                    @Override
                    public void heard() {
                        order.add("heard");
                    }

                    @Override
                    public void text(String message) {
                        order.add("text " + message);
                    }

                    @Override
                    public void caughtUp() {}
                });
        assertThat(input.read(new byte[200])).isEqualTo(2);
        assertThat(order).containsExactly("heard", "text ", "heard", "text one", "heard");
    }

    @Test
    void aMessageThatIsNoTextIsReadOver() throws IOException {
        assertThat(all(join(frame(FIN | BINARY, new byte[50_000]), text("one"))))
                .isEmpty();
        assertThat(told).containsExactly("one");
    }

    @Test
    void fragmentsMakeOneTextThoughControlFramesComeBetween() throws IOException {
        byte[] ping = frame(FIN | PING, new byte[] {1});
        byte[] euro = "\u20ac".getBytes(UTF_8);
        byte[] frames = join(
                frame(TEXT, new byte[] {euro[0]}),
                ping,
                frame(CONTINUATION, new byte[] {euro[1]}),
                frame(FIN | CONTINUATION, new byte[] {euro[2]}));
        assertThat(all(join(frames, text("x")))).isEqualTo(ping);
        assertThat(told).containsExactly("\u20ac", "x");
    }

    @Test
    void whatContinuesNothingOrBeginsInsideAnotherIsIllegal() {
        assertIllegal(frame(FIN | CONTINUATION, new byte[1]), "a continuation of nothing");
        assertIllegal(join(text("x"), frame(CONTINUATION, new byte[1])), "a continuation of nothing");
        assertIllegal(join(frame(TEXT, new byte[1]), text("x")), "a message inside of another");
        assertIllegal(join(frame(BINARY, new byte[1]), frame(BINARY, new byte[1])), "a message inside of another");
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
        assertIllegal(bytes, what);
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
        byte[] most = join(frame(TEXT, half), frame(CONTINUATION, half));
        assertThat(all(most)).isEmpty();
        assertTooBig(join(most, frame(FIN | CONTINUATION, new byte[1])));
        assertThat(told).isEmpty();
    }

    @Test
    void emptyFragmentsCountTooAndControlFramesBetweenDoNot() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.writeBytes(frame(TEXT, new byte[0]));
        for (int i = 0; i < MOST / 64; i++) {
            many.writeBytes(frame(CONTINUATION, new byte[0]));
            many.writeBytes(frame(FIN | PING, new byte[100]));
        }
        assertThat(all(many.toByteArray())).hasSize(MOST / 64 * 102);
        many.writeBytes(frame(CONTINUATION, new byte[0]));
        assertTooBig(many.toByteArray());
    }

    @Test
    void aNewMessageCountsFromZero() throws IOException {
        byte[] most = frame(FIN | TEXT, new byte[MOST]);
        assertThat(all(join(most, most, frame(FIN | CLOSE, new byte[2])))).hasSize(4);
        assertThat(told).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 50})
    void anEndInsideAFrameIsAnEnd(int bytes) throws IOException {
        assertThat(all(Arrays.copyOf(frame(FIN | TEXT, new byte[200]), bytes))).isEmpty();
        assertThat(all(Arrays.copyOf(frame(FIN | PING, new byte[100]), bytes))).isEmpty();
        assertThat(told).isEmpty();
    }

    private void assertIllegal(byte[] bytes, String what) {
        assertThatThrownBy(() -> all(bytes)).isInstanceOfSatisfying(IllegalFrameException.class, illegal -> {
            assertThat(illegal).hasMessageContaining(what);
            assertThat(illegal.closeCode()).isEqualTo(1002);
        });
    }

    private void assertTooBig(byte[] bytes) {
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

    private byte[] all(byte[] bytes) throws IOException {
        FrameInput input = input(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_000];
        for (int n = input.read(buffer); n > 0; n = input.read(buffer)) {
            all.write(buffer, 0, n);
        }
        return all.toByteArray();
    }

    private FrameInput input(byte[] bytes) {
        return new FrameInput(new ByteArrayInputStream(bytes), MOST, new FrameInput.Data() {
            @Override
            public void heard() {}

            @Override
            public void text(String message) {
                told.add(message);
            }

            @Override
            public void caughtUp() {}
        });
    }
}

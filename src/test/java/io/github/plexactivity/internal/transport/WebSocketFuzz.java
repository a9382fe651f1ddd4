package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.MonitorException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Whatever a server sends over a WebSocket: the same texts however it is cut, none larger than it may be. An input that
 * begins with {@code HTTP/} is the head too, with {@code ACCEPT} where the right key belongs.
 */
public final class WebSocketFuzz {

    private static final int MOST = 300;
    private static final byte[] GOOD = WebSocketPeer.text("{}");

    private WebSocketFuzz() {}

    /** Called by the fuzzer, and for every kept input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, ISO_8859_1);
        if (text.startsWith("HTTP/")) {
            StreamRecording heard = InMemory.webSocket(MOST, answer(text, new byte[0], 8192));
            StreamRecording again = InMemory.webSocket(MOST, answer(text, new byte[0], 1 + input.length % 7));
            assertThat(again.frames()).isEqualTo(heard.frames());
            assertThat(again.loss().error()).hasMessage(heard.loss().error().getMessage());
            assertThat(heard.loss().error()).hasMessageNotContaining("\n").hasMessageNotContaining(InMemory.TOKEN);
        } else {
            assertReadAsSent(input, 8192);
            assertReadAsSent(WebSocketPeer.join(input, GOOD), 1 + input.length % 7);
        }
    }

    private static void assertReadAsSent(byte[] frames, int piece) {
        PlainFrames expected = PlainFrames.of(frames, MOST);
        StreamRecording heard = InMemory.webSocket(MOST, answer(WebSocketPeer.SWITCHING, frames, piece));
        assertThat(heard.frames()).isEqualTo(expected.texts);
        assertThat(heard.loss().error())
                .matches(told -> tellsTheEnd(told, expected))
                .hasMessageNotContaining("\n");
    }

    /** Whether the server broke a rule is told. */
    private static boolean tellsTheEnd(MonitorException told, PlainFrames expected) {
        boolean malformed = told instanceof MonitorException.Malformed;
        return switch (expected.end()) {
            case BYTES -> told instanceof MonitorException.Disconnected;
            case BROKEN -> malformed;
            case CLOSED -> true;
        };
    }

    private static Function<String, InputStream> answer(String head, byte[] rest, int piece) {
        return request -> {
            String accepting = head.replace("ACCEPT", WebSocketPeer.acceptKey(key(request)));
            return InMemory.pieces(WebSocketPeer.join(accepting.getBytes(ISO_8859_1), rest), piece);
        };
    }

    private static String key(String request) {
        return request.lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .findFirst()
                .orElseThrow()
                .substring("Sec-WebSocket-Key: ".length());
    }
}

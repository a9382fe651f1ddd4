package io.github.plexactivity.internal.transport;

import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket message in the making, one after the other: a frame, or several. Its memory grows as bytes come, never by
 * what a header promises, and is kept for the next while it is little. Used by one thread.
 */
final class Message {

    static final int CONTINUATION = 0;
    private static final int TEXT = 1;

    /** What a fragment counts at least: an empty one costs memory too. */
    private static final int LEAST_FRAGMENT = 64;

    private static final int FIRST_ROOM = 1 << 10;
    private static final int MOST_KEPT = 1 << 16;

    private final int maxBytes;
    private byte[] bytes = new byte[FIRST_ROOM];
    private int length;
    private long counted;
    private boolean underWay;
    private boolean text;

    Message(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * A data frame begins.
     *
     * @param size what its header promises
     * @throws IllegalFrameException if no such frame may come now, or the message would be longer than it may be
     */
    void begin(int opcode, long size) throws IllegalFrameException {
        boolean continues = opcode == CONTINUATION;
        if (size < 0 || size > maxBytes) {
            throw IllegalFrameException.tooBig(maxBytes);
        }
        if (continues != underWay) {
            throw IllegalFrameException.illegal(
                    continues ? "a continuation of nothing" : "a message inside of another");
        }
        if (!continues) {
            underWay = true;
            text = opcode == TEXT;
            length = 0;
        }
        counted = continues ? counted + max(size, LEAST_FRAGMENT) : size;
        if (counted > maxBytes) {
            throw IllegalFrameException.tooBig(maxBytes);
        }
    }

    /** Reads some bytes of the frame, at most so many; -1 at the end of the stream. */
    int read(InputStream in, int most) throws IOException {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        int got = in.read(bytes, length, min(most, bytes.length - length));
        length += text ? max(got, 0) : 0; // What is no text is read over.
        return got;
    }

    /** The last frame was read. Answers the text, or null where the message is none. Bytes that are no UTF-8 cost a character. */
    @Nullable
    String end() {
        underWay = false;
        String message = text ? new String(bytes, 0, length, UTF_8) : null;
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[FIRST_ROOM];
        }
        length = 0;
        return message;
    }
}

package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.io.InputStream;

/**
 * The frames of a WebSocket server (RFC 6455, 5.2), each header checked before more is read of its frame. What data frames
 * say is told here; control frames alone are handed on, one by one, to the library behind, which answers them. That
 * library would copy a text and look through it several times, bound no sum of fragments, unmask what is masked, and end
 * the connection over a byte that is no UTF-8.
 */
final class FrameInput extends InputStream {

    private static final int FIRST_CONTROL = 8;
    private static final int LONGEST_CONTROL = 125;
    private static final int LONGEST_CONTROL_FRAME = 2 + LONGEST_CONTROL;

    /** Told of what comes in, by the reader. */
    interface Data {
        /** Bytes came in; what they hold is told next. */
        void heard();

        /** A whole text message. */
        void text(String message);

        /** All that came in was handed on; more may have to be waited for. */
        void caughtUp();
    }

    private final InputStream in;
    private final Data data;
    private final Message message;

    FrameInput(InputStream in, int maxBytes, Data data) {
        this.in = in;
        this.data = data;
        this.message = new Message(maxBytes);
    }

    /** Nobody reads frames byte by byte. */
    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }

    /** Reads on up to the next control frame, and hands that on as a whole; -1 at the end, also at one inside a frame. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length < LONGEST_CONTROL_FRAME) {
            throw new IllegalArgumentException("no room for a control frame in " + length + " bytes");
        }
        while (in.readNBytes(target, offset, 2) == 2) {
            byte first = target[offset];
            byte second = target[offset + 1];
            check(first, second);
            if (opcode(first) >= FIRST_CONTROL) {
                return in.readNBytes(target, offset + 2, second) == second ? heard(2 + second) : -1;
            }
            if (!readData(first, second, target, offset)) {
                return -1;
            }
        }
        return -1;
    }

    private int heard(int bytes) {
        data.heard();
        return bytes;
    }

    /** Answers false at the end of the stream. */
    private boolean readData(byte first, byte second, byte[] scratch, int offset) throws IOException {
        int more = second == 127 ? 8 : second == 126 ? 2 : 0;
        if (in.readNBytes(scratch, offset, more) < more) {
            return false;
        }
        long size = more == 0 ? second : number(scratch, offset, more);
        message.begin(opcode(first), size);
        if (size == 0) {
            data.heard();
        }
        for (int left = (int) size; left > 0; ) {
            int got = message.read(in, left);
            if (got < 0) {
                return false;
            }
            data.heard();
            left -= got;
        }
        String text = first < 0 ? message.end() : null;
        if (text != null) {
            data.text(text);
        }
        return true;
    }

    private static int opcode(byte first) {
        return first & 0x0f;
    }

    private static void check(byte first, byte second) throws IllegalFrameException {
        int opcode = opcode(first);
        boolean control = opcode >= FIRST_CONTROL;
        if ((first & 0x70) != 0) {
            throw IllegalFrameException.illegal("a frame with reserved bits, where no extension was agreed");
        }
        if ((opcode & 0x07) > 2) {
            throw IllegalFrameException.illegal("a frame of the unknown kind " + opcode);
        }
        if ((second & 0x80) != 0) {
            throw IllegalFrameException.illegal("a masked frame");
        }
        if (control && (first & 0x80) == 0) {
            throw IllegalFrameException.illegal("a control frame in fragments");
        }
        if (control && (second & 0x7f) > LONGEST_CONTROL) {
            throw IllegalFrameException.illegal("a control frame of more than " + LONGEST_CONTROL + " bytes");
        }
    }

    private static long number(byte[] bytes, int offset, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes[offset + i] & 0xff);
        }
        return number;
    }
}

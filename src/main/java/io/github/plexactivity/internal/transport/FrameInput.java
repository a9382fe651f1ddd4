package io.github.plexactivity.internal.transport;

import static java.lang.Math.max;
import static java.lang.Math.min;

import java.io.IOException;
import java.io.InputStream;

/**
 * The frames of a WebSocket server (RFC 6455, 5.2), each header checked before anything of its frame is handed on. The
 * library behind unmasks masked frames, bounds no sum of fragments and parses all it is given before it tells of any:
 * so a masked frame and a message above the bound end here, and no read goes past the end of a frame.
 */
final class FrameInput extends InputStream {

    private static final int LONGEST_HEADER = 10;
    private static final int LONGEST_CONTROL = 125;
    /** What a fragment counts at least: an empty one costs memory too. */
    private static final int LEAST_FRAGMENT = 64;

    private final InputStream in;
    private final int maxBytes;
    /** Of the frame being read, not yet handed on. */
    private int left;
    /** Of the message being read, in all its fragments so far. */
    private long message;

    FrameInput(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Nobody reads frames byte by byte. */
    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length < LONGEST_HEADER) {
            throw new IllegalArgumentException("no room for a header in " + length + " bytes");
        }
        int header = left == 0 ? readHeader(target, offset) : 0;
        int body = header < 0 || left == 0 ? 0 : in.read(target, offset + header, min(left, length - header));
        if (header < 0 || body < 0) {
            return -1;
        }
        left -= body;
        return header + body;
    }

    /** Reads and checks a header, and answers how long it was, or -1 at the end of the stream. */
    private int readHeader(byte[] target, int offset) throws IOException {
        if (in.readNBytes(target, offset, 2) < 2) {
            return -1;
        }
        check(target[offset], target[offset + 1]);
        int shortLength = target[offset + 1] & 0x7f;
        int more = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
        if (in.readNBytes(target, offset + 2, more) < more) {
            return -1;
        }
        long length = more == 0 ? shortLength : number(target, offset + 2, more);
        left = bounded(target[offset] & 0x0f, length);
        return 2 + more;
    }

    private static void check(byte first, byte second) throws IllegalFrameException {
        int opcode = first & 0x0f;
        boolean control = opcode >= 8;
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

    private int bounded(int opcode, long length) throws IllegalFrameException {
        if (opcode < 8) {
            if (length < 0 || length > maxBytes) {
                throw IllegalFrameException.tooBig(maxBytes);
            }
            message = opcode == 0 ? message + max(length, LEAST_FRAGMENT) : length;
            if (message > maxBytes) {
                throw IllegalFrameException.tooBig(maxBytes);
            }
        }
        return (int) length;
    }

    private static long number(byte[] bytes, int offset, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes[offset + i] & 0xff);
        }
        return number;
    }
}

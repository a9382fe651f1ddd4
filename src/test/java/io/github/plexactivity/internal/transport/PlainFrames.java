package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The frames of a WebSocket server read the simple way (RFC 6455, 5.2), to hold the library's reader against. */
final class PlainFrames {

    /** How it ends: where its bytes do, by a close frame, or by a rule that was broken. */
    enum End {
        BYTES,
        CLOSED,
        BROKEN
    }

    final List<String> texts = new ArrayList<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final int most;
    private int kind;
    private long counted;

    private End end = End.BYTES;

    private PlainFrames(int most) {
        this.most = most;
    }

    static PlainFrames of(byte[] bytes, int most) {
        PlainFrames frames = new PlainFrames(most);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (frames.end == End.BYTES && left.remaining() >= 2 && frames.takes(left)) {
            // On to the next.
        }
        return frames;
    }

    End end() {
        return end;
    }

    /** False where the bytes end within the frame. */
    private boolean takes(ByteBuffer left) {
        int first = left.get() & 0xff;
        int second = left.get() & 0xff;
        int opcode = first & 0x0f;
        boolean isFinal = first >= 0x80;
        boolean control = opcode >= 8;
        boolean known = opcode <= 2 || (opcode >= 8 && opcode <= 10);
        if ((first & 0x70) != 0 || !known || second >= 0x80 || (control && (!isFinal || second > 125))) {
            end = End.BROKEN;
            return true;
        }
        int more = second == 127 ? 8 : second == 126 ? 2 : 0;
        if (left.remaining() < more) {
            return false;
        }
        long length = second < 126 ? second : more == 2 ? left.getShort() & 0xffff : left.getLong();
        if (!control && (isTooLong(opcode, length) || (kind != 0) != (opcode == 0))) {
            end = End.BROKEN;
            return true;
        }
        if (left.remaining() < length) {
            return false;
        }
        byte[] payload = new byte[(int) length];
        left.get(payload);
        frame(opcode, isFinal, payload);
        return true;
    }

    private boolean isTooLong(int opcode, long length) {
        counted = opcode == 0 ? counted + Math.max(64, length) : length;
        return length < 0 || length > most || counted > most;
    }

    private void frame(int opcode, boolean isFinal, byte[] payload) {
        if (opcode == 8) {
            end = End.CLOSED;
        } else if (opcode < 8) {
            kind = opcode == 0 ? kind : opcode;
            message.writeBytes(payload);
            if (isFinal) {
                message();
            }
        }
    }

    private void message() {
        if (kind == 1) {
            texts.add("|" + message.toString(UTF_8));
        }
        message.reset();
        kind = 0;
    }
}

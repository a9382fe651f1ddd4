package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/** The server's side of RFC 6455, without extensions and without fragments of its own. */
final class WebSocketDialect implements Dialect {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final long LONGEST_FROM_CLIENT = 1 << 20;

    private final Behaviour behaviour;

    WebSocketDialect(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** The answer to the client's {@code Sec-WebSocket-Key}. */
    static String accept(String key) {
        return ByteString.encodeUtf8(key + GUID).sha1().base64();
    }

    @Override
    public Transport transport() {
        return Transport.WEB_SOCKET;
    }

    @Override
    public byte[] encode(Notification notification) {
        return text(notification.type(), notification.container());
    }

    @Override
    public byte[] text(String name, String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] raw(byte[] bytes) {
        return bytes;
    }

    /** A WebSocket has none: silence is legal there. */
    @Override
    public byte[] heartbeat() {
        return new byte[0];
    }

    @Override
    public byte[] goodbye() {
        return close(1001, "");
    }

    static byte[] close(int code, String reason) {
        return frame(CLOSE, new Buffer().writeShort(code).writeUtf8(reason).readByteArray());
    }

    static byte[] ping(String payload) {
        return frame(PING, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(int opcode, byte[] payload) {
        Buffer frame = new Buffer().writeByte(0x80 | opcode);
        if (payload.length < 126) {
            frame.writeByte(payload.length);
        } else if (payload.length < 65_536) {
            frame.writeByte(126).writeShort(payload.length);
        } else {
            frame.writeByte(127).writeLong(payload.length);
        }
        return frame.write(payload).readByteArray();
    }

    @Override
    public void listen(BufferedSource source, Subscriber subscriber) throws IOException {
        while (!source.exhausted()) {
            int opcode = source.readByte() & 0x0F;
            byte[] payload = payload(source);
            if (opcode == PONG) {
                behaviour.ponged(new String(payload, StandardCharsets.UTF_8));
            } else if (opcode == PING && behaviour.pongs()) {
                subscriber.send(frame(PONG, payload));
            } else if (opcode == CLOSE && behaviour.answersClose()) {
                subscriber.answerClose(frame(CLOSE, payload));
            }
        }
    }

    private static byte[] payload(BufferedSource source) throws IOException {
        int second = source.readByte() & 0xFF;
        long length = second & 0x7F;
        if (length == 126) {
            length = source.readShort() & 0xFFFF;
        } else if (length == 127) {
            length = source.readLong();
        }
        if (length < 0 || length > LONGEST_FROM_CLIENT || (second & 0x80) == 0) {
            throw new IOException("a client's frame is masked and not that long");
        }
        byte[] mask = source.readByteArray(4);
        byte[] payload = source.readByteArray(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }
}

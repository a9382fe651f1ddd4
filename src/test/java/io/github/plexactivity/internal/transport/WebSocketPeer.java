package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server's side of a WebSocket in bytes, so that it can break any rule (RFC 6455). */
public final class WebSocketPeer {

    static final int FIN = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** The head that says yes, but for the key. */
    static final String SWITCHING = String.join(
            "\r\n",
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Accept: ACCEPT",
            "\r\n");

    /** A frame of the client, unmasked. */
    record ClientFrame(int first, String payload) {
        int opcode() {
            return first & 0x0f;
        }
    }

    private WebSocketPeer() {}

    /** Says yes to the upgrade. */
    static RawServer.Connection accept(RawServer.Connection connection) throws IOException {
        return connection.send(switching(connection));
    }

    /** The head that says yes. */
    public static String switching(RawServer.Connection connection) {
        return SWITCHING.replace("ACCEPT", acceptKey(connection.header("Sec-WebSocket-Key")));
    }

    public static byte[] text(String text) {
        return frame(FIN | TEXT, text.getBytes(UTF_8));
    }

    public static byte[] close(int code, String reason) {
        byte[] bytes = reason.getBytes(UTF_8);
        return frame(
                FIN | CLOSE,
                ByteBuffer.allocate(2 + bytes.length)
                        .putShort((short) code)
                        .put(bytes)
                        .array());
    }

    /** A frame whose length is told in the shortest way. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(header(first, payload.length));
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** The header alone, which may promise anything. */
    static byte[] header(int first, long length) {
        ByteBuffer header = ByteBuffer.allocate(10).put((byte) first);
        if (length < 126) {
            header.put((byte) length);
        } else if (length < 1 << 16) {
            header.put((byte) 126).putShort((short) length);
        } else {
            header.put((byte) 127).putLong(length);
        }
        byte[] bytes = new byte[header.position()];
        header.flip().get(bytes);
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The next frame of the client, which must be masked and short. */
    static ClientFrame read(RawServer.Connection connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.socket().getInputStream());
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte() - 0x80;
        if (length < 0 || length > 125) {
            throw new AssertionError("not a short masked frame: " + length);
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new ClientFrame(first, new String(payload, ISO_8859_1));
    }

    static String acceptKey(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

package io.github.plexactivity.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.plexactivity.model.Transport;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** Server-sent events with LF line ends: in a chunked body one chunk for what is said at once, else as they are. */
final class EventSourceDialect implements Dialect {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(UTF_8);

    private final boolean chunked;

    EventSourceDialect(boolean chunked) {
        this.chunked = chunked;
    }

    @Override
    public Transport transport() {
        return Transport.EVENT_SOURCE;
    }

    @Override
    public byte[] encode(Notification notification) {
        StringBuilder events = new StringBuilder();
        for (Object entry : notification.entries()) {
            events.append(event(notification.type(), Notification.event(notification.element(), entry)));
        }
        return raw(events.toString().getBytes(UTF_8));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data.replace("\n", "\ndata: ") + "\n\n";
    }

    @Override
    public byte[] text(String name, String text) {
        return raw(event(name, text).getBytes(UTF_8));
    }

    @Override
    public byte[] raw(byte[] bytes) {
        if (!chunked) {
            return bytes;
        }
        return new Buffer()
                .writeHexadecimalUnsignedLong(bytes.length)
                .writeUtf8("\r\n")
                .write(bytes)
                .writeUtf8("\r\n")
                .readByteArray();
    }

    @Override
    public byte[] heartbeat() {
        return text("ping", "{}");
    }

    @Override
    public byte[] goodbye() {
        return chunked ? LAST_CHUNK : new byte[0];
    }

    @Override
    public void listen(BufferedSource source, Subscriber subscriber) throws IOException {
        while (!source.exhausted()) {
            source.skip(source.getBuffer().size());
        }
    }
}

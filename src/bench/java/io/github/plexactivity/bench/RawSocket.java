package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Counts empty lines, and looks at nothing else. */
final class RawSocket implements Pipeline {

    private static final int BUFFER_BYTES = 8192;

    private final Subject.Task task;
    private volatile long events;

    RawSocket(Subject.Task task) {
        this.task = task;
    }

    @Override
    public void start() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), task.port());
        socket.getOutputStream().write("GET /:/eventsource/notifications HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
        InputStream in = socket.getInputStream();
        Reading.start(() -> read(in));
    }

    private void read(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long found = 0;
        boolean emptyLine = false;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    found += emptyLine ? 1 : 0;
                    emptyLine = true;
                } else {
                    emptyLine = false;
                }
            }
            events = found;
        }
    }

    @Override
    public long events() {
        return events;
    }
}

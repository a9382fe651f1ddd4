package io.github.plexactivity.testkit;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import okio.BufferedSink;
import okio.Okio;

/**
 * One client on one stream. Its connection's thread reads, a writer of its own writes, so that a client that does not
 * read delays nobody else; one that leaves too much unread is cut off.
 */
final class Subscriber {
    private static final int MOST_WAITING = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final Dialect dialect;
    private final Filters filters;
    private final Socket connection;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean saidGoodbye;

    Subscriber(Dialect dialect, Filters filters, Socket connection) {
        this.dialect = dialect;
        this.filters = filters;
        this.connection = connection;
    }

    Transport transport() {
        return dialect.transport();
    }

    boolean wants(Frame frame) {
        return filters.pass(frame.type());
    }

    Dialect dialect() {
        return dialect;
    }

    /** Hands bytes to the writer, if there are any. Never waits. */
    void send(byte[] bytes) {
        if (bytes.length > 0) {
            enqueue(bytes);
        }
    }

    /** Leaves once all that waits is written: to the writer, nothing means that. */
    private void leave() {
        enqueue(NOTHING);
    }

    private void enqueue(byte[] bytes) {
        if (!waiting.offer(bytes)) {
            Connections.reset(connection);
        }
    }

    void cut(Cut how) {
        switch (how) {
            case GOODBYE -> sayGoodbye(dialect.goodbye());
            case FIN -> leave();
            case RESET -> Connections.reset(connection);
        }
    }

    /** Ends in good order: an HTTP body is over with its last chunk, a WebSocket when the client answered the close. */
    void sayGoodbye(byte[] bytes) {
        saidGoodbye = true;
        send(bytes);
        if (transport() == Transport.EVENT_SOURCE) {
            leave();
        }
    }

    void answerClose(byte[] close) {
        if (!saidGoodbye) {
            send(close);
        }
        leave();
    }

    /** Serves this client until either side leaves. */
    void serve(okio.Socket socket, Duration heartbeat, Behaviour behaviour) {
        Thread writer = new Thread(() -> write(socket, heartbeat, behaviour), "fake-plex-writer");
        writer.setDaemon(true);
        writer.start();
        try {
            dialect.listen(Okio.buffer(socket.getSource()), this);
        } catch (IOException gone) {
            // The client left without a word, or we cut it off.
        } finally {
            Connections.close(connection);
            end(writer);
        }
    }

    private static void end(Thread writer) {
        writer.interrupt();
        try {
            writer.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(okio.Socket socket, Duration heartbeat, Behaviour behaviour) {
        try (BufferedSink sink = Okio.buffer(socket.getSink())) {
            long beat = System.nanoTime() + heartbeat.toNanos();
            boolean over = false;
            while (!over) {
                byte[] bytes = waiting.poll(beat - System.nanoTime(), NANOSECONDS);
                over = bytes != null && bytes.length == 0;
                if (bytes == null) {
                    beat += heartbeat.toNanos();
                    bytes = behaviour.silent(transport()) ? NOTHING : dialect.heartbeat();
                }
                sink.write(bytes).flush();
            }
            socket.cancel();
        } catch (IOException | InterruptedException over) {
            Connections.close(connection);
        }
    }
}

package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/**
 * Notifications over a WebSocket. One thread, from the factory given, connects, reads and tells the receiver; a daemon
 * of the library writes. What the library says from other threads is noted only, and told by the reader when all is
 * over.
 *
 * <p>To close is to close the TCP connection: a close frame would need somebody to wait until it is written, perhaps to
 * a server that reads no more.
 */
public final class WebSocketStream implements NotificationStream {

    /** How long the last frames to a server that ended the connection, or broke a rule, may take to be written. */
    private static final long FAREWELL_MILLIS = 250;

    private final StreamSettings settings;
    private final HttpUrl url;
    private final WebSocketFailures failures;
    private final Receiver receiver;
    private final Cutoff cutoff = new Cutoff();
    /** The first thing that went wrong, from any thread; what follows is its consequence. */
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    /** Set once, by whoever closes. */
    private volatile boolean closed;
    /** Set once, by the reader. */
    private volatile @Nullable WebSocketConnection connection;
    /** Set once, by the reader. */
    private volatile boolean opened;

    private WebSocketStream(StreamSettings settings, Receiver receiver) {
        this.settings = settings;
        this.url = settings.server().webSocket();
        this.failures = new WebSocketFailures(url);
        this.receiver = receiver;
    }

    /** Begins an attempt and returns at once. */
    public static NotificationStream open(StreamSettings settings, Receiver receiver) {
        WebSocketStream stream = new WebSocketStream(settings, receiver);
        try {
            Thread reader = settings.threads().newThread(stream::run);
            reader.setName("plex-activity-websocket");
            reader.setDaemon(true);
            reader.start();
        } catch (RuntimeException | Error e) {
            stream.close(); // A factory may have started what it then fails with.
            throw e;
        }
        return stream;
    }

    @Override
    public void ping() {
        WebSocketConnection current = connection;
        if (current != null) {
            current.ping();
        }
    }

    @Override
    public void close() {
        closed = true;
        cutoff.cut();
    }

    private void run() {
        try {
            WebSocketConnection current = connect();
            connection = current;
            current.run();
        } catch (Throwable e) {
            // Even an Error: a reader that ends in silence would leave a stream that looks alive.
            note(failures.of(e));
        }
        end();
        Failure first = failure.get();
        if (!closed && first != null) {
            receiver.lost(first);
        }
    }

    private WebSocketConnection connect() throws IOException {
        Socket socket = new Dialer(settings.client(), url, settings.connectTimeout(), cutoff).dial();
        int maxFrameBytes = settings.maxFrameBytes();
        UpgradeInput in = new UpgradeInput(socket.getInputStream(), maxFrameBytes, new Heard(), this::readFailed);
        UpgradeOutput out = new UpgradeOutput(socket.getOutputStream(), opening());
        return new WebSocketConnection(
                new ConnectedSocket(socket, in, out), ProxyTunnel.hostHeader(url), maxFrameBytes, new Told());
    }

    private void end() {
        WebSocketConnection current = connection;
        if (current != null) {
            current.end(FAREWELL_MILLIS);
        }
        noteEnd(CloseFrame.ABNORMAL_CLOSE);
        cutoff.cut();
    }

    private String opening() {
        Request request = settings.headers().on(new Request.Builder().url(url));
        return "GET " + url.encodedPath() + "?" + url.encodedQuery() + " HTTP/1.1\r\n"
                + HttpHead.lines(request.headers());
    }

    private void readFailed(IOException e) {
        note(failures.of(e));
        WebSocketConnection current = connection;
        if (e instanceof IllegalFrameException illegal && current != null) {
            current.close(illegal.closeCode());
        }
    }

    private void noteEnd(int code) {
        note(opened ? failures.ofCloseCode(code) : failures.ofUpgradeEndedWith(code));
    }

    private void note(Failure what) {
        failure.compareAndSet(null, what);
    }

    /** Passes on what comes in, unless the stream was closed. */
    private final class Heard implements FrameInput.Data {
        @Override
        public void heard() {
            if (!closed) {
                receiver.heard();
            }
        }

        @Override
        public void text(String message) {
            if (!closed) {
                receiver.frame("", message);
            }
        }

        @Override
        public void caughtUp() {
            if (opened) {
                receiver.caughtUp();
            }
        }
    }

    /** Passes on what is told, unless the stream was closed; notes how it ends. */
    private final class Told implements WebSocketConnection.Events {
        @Override
        public void opened() {
            opened = true;
            if (!closed) {
                receiver.opened();
            }
        }

        @Override
        public void ponged() {
            if (!closed) {
                receiver.ponged();
            }
        }

        @Override
        public void failed(Exception cause) {
            note(failures.of(cause));
            if (!(cause instanceof InvalidDataException)) {
                // For that one the library says goodbye; after any other, a receiver that threw among them, all is
                // over.
                cutoff.cut();
            }
        }

        @Override
        public void closed(int code) {
            noteEnd(code);
        }
    }
}

package io.github.plexactivity.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** The one port, opened and closed any number of times. */
final class ServerPort {
    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable SSLSocketFactory tls;
    private final Front front;
    private final Gates gates;
    private volatile int number;
    private @Nullable Opening opening;
    private @Nullable Socket placeholder;
    private boolean over;

    private record Opening(MockWebServer server, Connections connections) {}

    ServerPort(int number, @Nullable SSLSocketFactory tls, Front front, Gates gates) {
        this.number = number;
        this.tls = tls;
        this.front = front;
        this.gates = gates;
    }

    int number() {
        return number;
    }

    String scheme() {
        return tls == null ? "http" : "https";
    }

    void open() {
        lock.lock();
        try {
            if (opening == null && !over) {
                giveWay();
                gates.breakDown(false);
                opening = begin();
                number = opening.server.getPort();
            }
        } finally {
            lock.unlock();
        }
    }

    private Opening begin() {
        MockWebServer server = new MockWebServer();
        Connections connections = new Connections();
        server.setServerSocketFactory(connections);
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        server.setProtocolNegotiationEnabled(false);
        server.setBodyLimit(0);
        server.setDispatcher(front.on(server, connections));
        if (tls != null) {
            server.useHttps(tls);
        }
        try {
            server.start(InetAddress.getByName("localhost"), number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Opening(server, connections);
    }

    /** Cuts every connection and refuses new ones; no thread of this opening is left. */
    void close() {
        lock.lock();
        try {
            if (opening != null) {
                // In this order: an answer that is held never leaves.
                opening.connections.closeAll();
                gates.breakDown(true);
                opening.server.close();
                opening = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the port from everybody else while it refuses: a bound socket that does not listen. */
    void reserve() {
        lock.lock();
        try {
            giveWay();
            if (!over) {
                placeholder = bound();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private Socket bound() throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), number));
        return socket;
    }

    private void giveWay() {
        if (placeholder != null) {
            Connections.close(placeholder);
            placeholder = null;
        }
    }

    boolean isAbandoned() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Closes, never to be opened again. */
    void abandon() {
        lock.lock();
        try {
            over = true;
            giveWay();
            close();
        } finally {
            lock.unlock();
        }
    }
}

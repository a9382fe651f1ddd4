package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** An address that swallows connections: those that wait for its server fill its queue, and it accepts none. */
final class Backlog implements AutoCloseable {

    private static final int MOST = 100;

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private Backlog(ServerSocket server) {
        this.server = server;
    }

    static Backlog at(InetAddress address, int port) throws IOException {
        Backlog backlog = new Backlog(new ServerSocket(port, 1, address));
        while (backlog.waiting.size() < MOST) {
            Socket next = new Socket();
            backlog.waiting.add(next);
            try {
                next.connect(backlog.server.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                return backlog;
            }
        }
        return fail("a queue without end");
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket each : waiting) {
            each.close();
        }
        server.close();
    }
}

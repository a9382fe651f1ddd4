package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** An address where connecting takes for ever: the queue of connections to accept is full, and nobody accepts. */
public final class DeafServer implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> queued = new ArrayList<>();

    public DeafServer(InetAddress address, int port) throws IOException {
        listening = new ServerSocket(port, 1, address);
        while (isAnswering()) {
            if (queued.size() > 50) {
                throw new AssertionError("the queue takes everybody");
            }
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    private boolean isAnswering() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(listening.getLocalSocketAddress(), 300);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : queued) {
            socket.close();
        }
    }
}

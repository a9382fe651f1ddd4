package io.github.plexactivity.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** The accepted TCP connections, numbered as the server numbers them: what lies below TLS can be reset. */
final class Connections extends ServerSocketFactory {
    private final Map<Integer, Socket> open = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    Socket at(int index) {
        Socket socket = open.get(index);
        return socket == null ? new Socket() : socket;
    }

    void closeAll() {
        open.values().forEach(Connections::close);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            // Closed by the other side.
        }
        close(socket);
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            // Always: the port is opened again after a restart, while old connections linger in the kernel.
            @Override
            public void setReuseAddress(boolean on) throws SocketException {
                super.setReuseAddress(true);
            }

            @Override
            public Socket accept() throws IOException {
                Socket socket = new AcceptedSocket();
                implAccept(socket);
                socket.setTcpNoDelay(
                        true); // A head and its body are written apart: the second would wait for an acknowledgement.
                open.values().removeIf(Socket::isClosed);
                open.put(next.getAndIncrement(), socket);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}

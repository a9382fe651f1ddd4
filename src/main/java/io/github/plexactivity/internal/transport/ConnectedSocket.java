package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connected socket with other streams over it, for a library that takes sockets and nothing less. Its options were
 * set by who connected it.
 */
final class ConnectedSocket extends Socket {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ConnectedSocket(Socket socket, InputStream in, OutputStream out) {
        this.socket = socket;
        this.in = in;
        this.out = out;
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    /** Else the library would connect it. */
    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setReuseAddress(boolean on) {}

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // A lock here would make closing wait.
    public void close() throws IOException {
        socket.close();
    }
}

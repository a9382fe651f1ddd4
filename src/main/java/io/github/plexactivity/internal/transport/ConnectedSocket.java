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
    private final UpgradeInput in;
    private final UpgradeOutput out;
    private Runnable beforeClose = () -> {};

    ConnectedSocket(Socket socket, UpgradeInput in, UpgradeOutput out) {
        this.socket = socket;
        this.in = in;
        this.out = out;
    }

    /** What the thread that writes does last, when it closes. Set before that thread begins. */
    void beforeClose(Runnable action) {
        beforeClose = action;
    }

    /** Waits for the thread that writes to end; not for long. */
    void awaitWriter(long millis) {
        out.awaitEnd(millis);
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
        beforeClose.run();
        socket.close();
    }
}

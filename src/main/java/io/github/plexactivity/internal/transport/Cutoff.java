package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends an attempt from another thread: closes the TCP socket it has now, and every one it opens later. What waits on
 * such a socket (to connect, for a proxy, for TLS, for an answer, to write) fails at once.
 *
 * <p>It is the TCP socket and not the one of TLS, because closing the latter waits for a write under way.
 */
final class Cutoff {

    private final AtomicReference<@Nullable Socket> watched = new AtomicReference<>();
    private volatile boolean cut;

    /**
     * Takes a socket in charge, before it is connected.
     *
     * @throws SocketException if the attempt was cut before; the socket is closed then
     */
    void watch(Socket socket) throws IOException {
        watched.set(socket);
        if (cut) {
            socket.close();
            throw new SocketException("closed");
        }
    }

    boolean isCut() {
        return cut;
    }

    /** Ends the attempt. Does not block. */
    void cut() {
        cut = true;
        Socket socket = watched.get();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}

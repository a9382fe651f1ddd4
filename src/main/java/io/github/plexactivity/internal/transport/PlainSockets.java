package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain sockets, to be connected by whoever asks for them, that are read by a {@link BurstInput} and within an {@link
 * Allowance}, also where TLS is laid over them.
 */
final class PlainSockets extends SocketFactory {

    private final Allowance allowance;

    private PlainSockets(Allowance allowance) {
        this.allowance = allowance;
    }

    /** These, or the sockets of a caller that has its own. */
    static SocketFactory unless(SocketFactory callers, Allowance allowance) {
        return callers.equals(SocketFactory.getDefault()) ? new PlainSockets(allowance) : callers;
    }

    @Override
    public Socket createSocket() {
        return new PlainSocket(allowance);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class PlainSocket extends Socket {

        private final Allowance allowance;

        // Asked for by whoever connects, then by the reader that it hands the connection to.
        private @Nullable InputStream input;

        private PlainSocket(Allowance allowance) {
            this.allowance = allowance;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (input == null) {
                input = new BurstInput(allowance.spentBy(super.getInputStream()));
            }
            return input;
        }
    }
}

package io.github.plexactivity.secrets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** A server's certificate that may be changed; what connects from then on is shown the new one. */
public final class RotatingIdentity extends SSLSocketFactory {

    private volatile SSLSocketFactory current;

    public RotatingIdentity(SSLContext first) {
        current = first.getSocketFactory();
    }

    public void show(SSLContext next) {
        current = next.getSocketFactory();
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return current.createSocket(connected, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return current.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return current.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("a server connects to nobody");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("a server connects to nobody");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("a server connects to nobody");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("a server connects to nobody");
    }
}

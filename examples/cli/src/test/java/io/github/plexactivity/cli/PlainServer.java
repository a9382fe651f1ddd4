package io.github.plexactivity.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A server without TLS that answers whatever begins a connection with 400, as real ones do. A fake server for tests would
 * wait for the end of a line instead, where a client's first bytes happen to look like a request.
 */
final class PlainServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    PlainServer() throws IOException {
        Thread acceptor = new Thread(this::answerAll, "plain-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(client.getInputStream(), client.getOutputStream());
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client was gone first, or this server is closed.
            }
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        if (in.read() >= 0) {
            out.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

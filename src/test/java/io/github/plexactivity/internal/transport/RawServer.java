package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A loopback server for faults at the level of bytes, where a proper server would mend what a test wants broken: it
 * reads the head of a request and hands the connection to a script. The connection is closed where the script ends.
 *
 * <p>A script has failed when it throws anything but an {@link IOException}, which a client that hangs up causes:
 * {@link #close()} tells.
 */
public final class RawServer implements AutoCloseable {

    /** What the server does with a connection. */
    @FunctionalInterface
    public interface Script {
        void serve(Connection connection) throws IOException, InterruptedException;
    }

    /** A head that a stream of server-sent events begins with; its body goes on until the connection ends. */
    public static final String EVENT_STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

    private static final int LONGEST_HEAD = 64 * 1024;

    private final ServerSocket listening;
    private final Script script;
    private final boolean readsHead;
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerThread accepting;
    private final List<ServerThread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private RawServer(ServerSocketFactory sockets, boolean readsHead, Script script) {
        this.script = script;
        this.readsHead = readsHead;
        try {
            listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = ServerThread.begin("raw-server", this::accept);
    }

    /** A server whose script starts once the head of a request was read. */
    public static RawServer start(Script script) {
        return start(ServerSocketFactory.getDefault(), script);
    }

    /** The same on sockets of another kind, for example those of TLS. */
    public static RawServer start(ServerSocketFactory sockets, Script script) {
        return new RawServer(sockets, true, script);
    }

    /** A server whose script starts as soon as a client connects. */
    public static RawServer startBeforeHead(Script script) {
        return new RawServer(ServerSocketFactory.getDefault(), false, script);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Where it listens, by plain HTTP. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** How many connections were ever accepted. */
    public int accepted() {
        return accepted.get();
    }

    /** How many connections neither their script nor this server has closed; see {@link Connection#awaitHangUp()}. */
    public int open() {
        return open.size();
    }

    /** The heads of all requests read, in the order they came: request line and headers, without the empty line. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Closes every socket and waits for every thread. */
    @Override
    public void close() {
        closed.countDown();
        closeQuietly(listening);
        accepting.await();
        open.forEach(RawServer::closeQuietly);
        threads.forEach(ServerThread::interrupt);
        threads.forEach(ServerThread::await);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("a script failed", thrown);
        }
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                int number = accepted.incrementAndGet();
                threads.add(ServerThread.begin("raw-server-" + number, () -> serve(new Connection(socket, number))));
            } catch (IOException e) {
                failUnlessClosed(e);
                return;
            }
        }
    }

    private void serve(Connection connection) {
        try {
            if (closed.getCount() > 0 && (!readsHead || connection.readHead())) {
                script.serve(connection);
            }
        } catch (IOException e) {
            // The client hung up, or the server was closed: a script need not care.
        } catch (Throwable e) {
            failUnlessClosed(e);
        } finally {
            connection.close();
        }
    }

    private void failUnlessClosed(Throwable e) {
        if (closed.getCount() > 0) {
            failure.compareAndSet(null, e);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }

    /** One connection, in the hands of its script. */
    public final class Connection {
        private final Socket socket;
        private final int number;
        private volatile String head = "";

        private Connection(Socket socket, int number) {
            this.socket = socket;
            this.number = number;
        }

        public int number() {
            return number;
        }

        public Socket socket() {
            return socket;
        }

        public String head() {
            return head;
        }

        /** A header of the request read last, or empty. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** Reads the head of the next request; false where the client hung up instead. */
        public boolean readHead() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int last = 0; bytes.size() < LONGEST_HEAD; ) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                bytes.write(next);
                last = last << 8 | next;
                if (last == ('\r' << 24 | '\n' << 16 | '\r' << 8 | '\n')) {
                    head = bytes.toString(ISO_8859_1).stripTrailing();
                    heads.add(head);
                    return true;
                }
            }
            throw new IOException("a head without end");
        }

        public Connection send(String text) throws IOException {
            return send(text.getBytes(UTF_8));
        }

        public Connection send(byte[] bytes) throws IOException {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        }

        /** Reads and drops what comes until the client hangs up, by FIN or RST. */
        public void awaitHangUp() {
            try {
                while (socket.getInputStream().read() >= 0) {}
            } catch (IOException e) {
                // A reset is a way to hang up.
            }
        }

        /** Neither reads nor writes until the server is closed, whatever the client does: half-open. */
        public void stall() throws InterruptedException {
            closed.await();
        }

        /** Ends the connection by a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            close();
        }

        public void close() {
            closeQuietly(socket);
            open.remove(socket);
        }
    }
}

package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.plexactivity.internal.core.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Streams that are read where they are opened, from bytes in memory: no socket, and no thread for a reader. */
final class InMemory {

    static final String TOKEN = "s3cret-t0ken";

    static final ServerAddress ADDRESS = ServerAddress.of(URI.create("http://127.0.0.1:32400"));

    private static final OkHttpClient CLIENT =
            new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).build();

    private InMemory() {}

    /** Reads a stream of server-sent events to its end. */
    static StreamRecording eventSource(int maxFrameBytes, Interceptor answer) {
        StreamRecording recording = new StreamRecording();
        OkHttpClient client = CLIENT.newBuilder().addInterceptor(answer).build();
        EventSourceStream.open(settings(client, maxFrameBytes), recording);
        return recording;
    }

    /** Reads a WebSocket to its end. The answer is made of the head of the request. */
    static StreamRecording webSocket(int maxFrameBytes, Function<String, InputStream> answer) {
        StreamRecording recording = new StreamRecording();
        SocketFactory sockets = new Sockets(() -> new MemorySocket(answer));
        OkHttpClient client = CLIENT.newBuilder().socketFactory(sockets).build();
        WebSocketStream.open(settings(client, maxFrameBytes), new Unasked(recording));
        return recording;
    }

    /** Bytes that come so many at a time. */
    static InputStream pieces(byte[] bytes, int most) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(most, length));
            }
        };
    }

    private static StreamSettings settings(OkHttpClient client, int maxFrameBytes) {
        return new StreamSettings(
                client,
                ADDRESS,
                new RequestHeaders("client-1", () -> TOKEN),
                Duration.ofSeconds(30),
                maxFrameBytes,
                InMemory::thread);
    }

    /** One that does not run but is run. */
    private static Thread thread(Runnable task) {
        return new Thread(task) {
            @Override
            @SuppressWarnings("UnsynchronizedOverridesSynchronized")
            public void start() {
                task.run();
            }
        };
    }

    /** Hears pongs that nobody asked for, which are legal, and keeps them to itself. */
    private record Unasked(NotificationStream.Receiver receiver) implements NotificationStream.Receiver {

        @Override
        public void opened() {
            receiver.opened();
        }

        @Override
        public void heard() {
            receiver.heard();
        }

        @Override
        public void frame(String name, String data) {
            receiver.frame(name, data);
        }

        @Override
        public void caughtUp() {
            receiver.caughtUp();
        }

        @Override
        public void ponged() {}

        @Override
        public void lost(Failure failure) {
            receiver.lost(failure);
        }
    }

    /** Makes sockets that are not connected yet, which are all that is asked for. */
    static final class Sockets extends SocketFactory {
        private final Supplier<Socket> each;

        Sockets(Supplier<Socket> each) {
            this.each = each;
        }

        @Override
        public Socket createSocket() {
            return each.get();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** Answers once the head of a request was written; what is written later is lost. */
    private static final class MemorySocket extends Socket {
        private final Function<String, InputStream> answer;
        private final ByteArrayOutputStream request = new ByteArrayOutputStream();
        private final CountDownLatch asked = new CountDownLatch(1);
        private volatile boolean closed;

        MemorySocket(Function<String, InputStream> answer) {
            this.answer = answer;
        }

        @Override
        public void connect(SocketAddress address, int timeout) {}

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public void close() {
            closed = true;
            asked.countDown();
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int next) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    if (asked.getCount() > 0) {
                        request.write(bytes, offset, length);
                        asked.countDown();
                    }
                }
            };
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                private InputStream answered = InputStream.nullInputStream();
                private boolean begun;

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    if (!begun) {
                        begun = true;
                        EventSourceTrial.pause(asked);
                        answered = answer.apply(request.toString(ISO_8859_1));
                    }
                    return closed ? -1 : answered.read(target, offset, length);
                }
            };
        }
    }
}

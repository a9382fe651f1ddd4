package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Streams opened to a server, and the proof that nothing of them stays. */
final class EventSourceTrial implements AutoCloseable {

    static final String TOKEN = "s3cret-t0ken";
    static final int MOST_BYTES = 64 * 1024;

    /** Longer than any test waits: what connects does not do so because an earlier attempt was given up. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final List<Thread> readers = new CopyOnWriteArrayList<>();
    private final List<NotificationStream> streams = new CopyOnWriteArrayList<>();
    private final OkHttpClient client;
    private CountDownLatch gate = new CountDownLatch(0);

    EventSourceTrial() {
        this(builder -> builder);
    }

    EventSourceTrial(UnaryOperator<OkHttpClient.Builder> with) {
        client = with.apply(new OkHttpClient.Builder()).build();
    }

    /** A wait that looks often, since most of what is waited for is there within a millisecond or two. */
    static ConditionFactory soon() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    /** Opens a stream that the given receiver is told of. */
    NotificationStream open(URI server, NotificationStream.Receiver receiver) {
        NotificationStream stream = EventSourceStream.open(
                new StreamSettings(
                        client,
                        ServerAddress.of(server),
                        new RequestHeaders("client-1", () -> TOKEN),
                        CONNECT_TIMEOUT,
                        MOST_BYTES,
                        this::thread),
                receiver);
        streams.add(stream);
        return stream;
    }

    StreamRecording open(URI server) {
        StreamRecording recording = new StreamRecording();
        open(server, recording);
        return recording;
    }

    StreamRecording open(RawServer server) {
        return open(server.uri());
    }

    List<Thread> readers() {
        return List.copyOf(readers);
    }

    void awaitNoReader() {
        soon().until(() -> readers.stream().noneMatch(Thread::isAlive));
    }

    @Override
    public void close() {
        streams.forEach(NotificationStream::close);
        awaitNoReader();
        assertThat(client.connectionPool().connectionCount()).isZero();
    }

    /** From now on no reader begins before this says so. */
    void hold(CountDownLatch until) {
        gate = until;
    }

    private Thread thread(Runnable task) {
        CountDownLatch held = gate;
        Thread thread = new Thread(() -> {
            pause(held);
            task.run();
        });
        readers.add(thread);
        return thread;
    }

    static void pause(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

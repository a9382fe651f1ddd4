package io.github.plexactivity.internal.transport;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.internal.core.Failure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a WebSocket, and all its receiver was told, as texts: {@code opened}, {@code frame …}, {@code ponged},
 * {@code lost}. Bytes heard are counted apart.
 */
final class WebSocketTrial implements NotificationStream.Receiver, AutoCloseable {

    static final String TOKEN = "s3cret+t0ken/with=signs";
    static final int MAX_FRAME_BYTES = 1_000;
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
    private final Callable<?> onFrame;
    private final NotificationStream stream;
    private int frames; // by the reader alone
    private volatile int framesWhenCaughtUp;

    private WebSocketTrial(OkHttpClient client, String server, String token, Callable<?> onFrame) {
        this.onFrame = onFrame;
        stream = WebSocketStream.open(
                new StreamSettings(
                        client,
                        new ServerAddress(HttpUrl.get(server)),
                        new RequestHeaders("client-1", () -> token),
                        CONNECT_TIMEOUT,
                        MAX_FRAME_BYTES,
                        this::reader),
                this);
    }

    static WebSocketTrial open(RawServer server) {
        return open(new OkHttpClient(), server.uri().toString());
    }

    static WebSocketTrial open(OkHttpClient client, String server) {
        return new WebSocketTrial(client, server, TOKEN, () -> "");
    }

    static WebSocketTrial openWithToken(RawServer server, String token) {
        return new WebSocketTrial(new OkHttpClient(), server.uri().toString(), token, () -> "");
    }

    /** One whose receiver does something when it is told of a frame. */
    static WebSocketTrial open(RawServer server, Callable<?> onFrame) {
        return new WebSocketTrial(new OkHttpClient(), server.uri().toString(), TOKEN, onFrame);
    }

    private Thread reader(Runnable task) {
        Thread thread = new Thread(task);
        reader.set(thread);
        return thread;
    }

    NotificationStream stream() {
        return stream;
    }

    int timesHeard() {
        return heard.get();
    }

    /** What it is told next. */
    String next() throws InterruptedException {
        String next = told.poll(10, TimeUnit.SECONDS);
        return next == null ? "nothing for 10 s" : next;
    }

    /** Waits until it is told of the end, and passes over what comes before. */
    Failure lost() throws InterruptedException {
        String next = next();
        while (!next.equals("lost")) {
            assertThat(next).doesNotStartWith("nothing");
            next = next();
        }
        awaitNoThreads();
        assertThat(told).isEmpty();
        return requireNonNull(failure.get());
    }

    /** Waits until neither its reader nor any writer runs. */
    void awaitNoThreads() {
        await().atMost(5, TimeUnit.SECONDS).until(() -> threads().isEmpty());
    }

    /** How many frames it was told when it was told that there are no more for now. */
    int framesWhenCaughtUp() {
        return framesWhenCaughtUp;
    }

    /** What it has been told and nobody asked for yet. */
    List<String> rest() {
        return List.copyOf(told);
    }

    /** The threads of any trial, and of what they opened. */
    static List<String> threads() {
        return threads("plex-activity-websocket", "WebSocketWriteThread");
    }

    /** Whether its reader waits for a TCP connection. */
    boolean isConnecting() {
        return Arrays.stream(requireNonNull(reader.get()).getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("connect")
                        && frame.getClassName().equals("java.net.Socket"));
    }

    private static List<String> threads(String... prefixes) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(each -> Arrays.stream(prefixes).anyMatch(each::startsWith))
                .toList();
    }

    @Override
    public void close() {
        stream.close();
    }

    @Override
    public void opened() {
        tell("opened");
    }

    @Override
    public void heard() {
        heard.incrementAndGet();
        onReaderAlone();
    }

    @Override
    public void frame(String event, String data) {
        tell("frame " + event + data);
        frames++;
        try {
            onFrame.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void caughtUp() {
        onReaderAlone();
        framesWhenCaughtUp = frames;
    }

    @Override
    public void ponged() {
        tell("ponged");
    }

    @Override
    public void lost(Failure what) {
        failure.set(what);
        tell("lost");
    }

    private void tell(String what) {
        assertThat(inside.incrementAndGet()).isEqualTo(1);
        onReaderAlone();
        told.add(what);
        inside.decrementAndGet();
    }

    private void onReaderAlone() {
        if (Thread.currentThread() != reader.get()) {
            told.add("told by " + Thread.currentThread().getName());
        }
    }
}

package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.EventSourceTrial.pause;
import static io.github.plexactivity.internal.transport.EventSourceTrial.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventSourceCloseTest {

    @Test
    void closingWhileReadingIsQuietAndLeavesNothing() {
        assertClosesQuietly(connection -> {
            connection.send(RawServer.EVENT_STREAM + "data: 1\n\n");
            connection.awaitHangUp();
        });
    }

    @Test
    void closingWhileEventsPourInIsQuietAndLeavesNothing() {
        assertClosesQuietly(connection -> {
            connection.send(RawServer.EVENT_STREAM);
            for (int i = 0; i < 1_000_000; i++) {
                connection.send("data: 1\n\n".repeat(100));
            }
        });
    }

    @Test
    void closingInHalfAHeadIsQuietAndLeavesNothing() {
        assertClosesQuietly(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-");
            connection.awaitHangUp();
        });
    }

    @Test
    void closingBeforeAnyAnswerIsQuietAndLeavesNothing() {
        assertClosesQuietly(RawServer.Connection::awaitHangUp);
    }

    @Test
    void closingBeforeTheReaderBeginsSendsNothing() {
        try (RawServer server = RawServer.startBeforeHead(RawServer.Connection::awaitHangUp);
                EventSourceTrial trial = new EventSourceTrial()) {
            CountDownLatch begin = new CountDownLatch(1);
            trial.hold(begin);
            StreamRecording recording = new StreamRecording();
            trial.open(server.uri(), recording).close();
            begin.countDown();
            trial.awaitNoReader();
            assertThat(server.accepted()).isZero();
            assertThat(recording.toldOfLoss()).isFalse();
        }
    }

    @Test
    void closingWhileConnectingIsQuietAndLeavesNothing() throws IOException {
        try (DeafServer deaf = new DeafServer(InetAddress.getLoopbackAddress(), 0);
                EventSourceTrial trial = new EventSourceTrial()) {
            StreamRecording recording = new StreamRecording();
            NotificationStream stream = trial.open(URI.create("http://127.0.0.1:" + deaf.port()), recording);
            soon().until(EventSourceCloseTest::isConnecting);
            stream.close();
            trial.awaitNoReader();
            assertThat(recording.toldOfLoss()).isFalse();
        }
    }

    @Test
    void closingDuringALookUpReturnsAtOnceAndNothingIsSentAfterwards() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Dns slow = host -> {
            asked.countDown();
            pause(answer);
            return List.of(InetAddress.getLoopbackAddress());
        };
        try (RawServer server = RawServer.start(RawServer.Connection::awaitHangUp);
                EventSourceTrial trial = new EventSourceTrial(client -> client.dns(slow))) {
            StreamRecording recording = new StreamRecording();
            NotificationStream stream = trial.open(URI.create("http://plex.test:" + server.port()), recording);
            asked.await();
            stream.close();
            answer.countDown();
            trial.awaitNoReader();
            assertThat(server.heads()).isEmpty();
            assertThat(recording.toldOfLoss()).isFalse();
        }
    }

    @Test
    void closingInsideACallEndsTheStreamToo() {
        CompletableFuture<NotificationStream> stream = new CompletableFuture<>();
        StreamRecording recording = new StreamRecording(() -> stream.join().close());
        try (RawServer server = RawServer.start(connection -> {
                    connection.send(RawServer.EVENT_STREAM + "data: 1\n\n".repeat(10));
                    connection.awaitHangUp();
                });
                EventSourceTrial trial = new EventSourceTrial()) {
            stream.complete(trial.open(server.uri(), recording));
            trial.awaitNoReader();
            soon().until(() -> server.open() == 0);
            assertThat(recording.frames()).containsExactly("|1");
            assertThat(recording.toldOfLoss()).isFalse();
        }
    }

    @Test
    void nothingIsToldOfWhatIsReadAlreadyWhenItIsClosed() {
        CompletableFuture<NotificationStream> stream = new CompletableFuture<>();
        List<String> told = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.start(connection -> connection.send(RawServer.EVENT_STREAM + "data: 1\n\n"));
                EventSourceTrial trial = new EventSourceTrial()) {
            stream.complete(trial.open(server.uri(), new NotificationStream.Receiver() {
                @Override
                public void opened() {
                    told.add("opened");
                }

                @Override
                public void heard() {
                    told.add("heard");
                    stream.join().close();
                }

                @Override
                public void frame(String name, String data) {
                    told.add("frame");
                }

                @Override
                public void caughtUp() {}

                @Override
                public void ponged() {
                    told.add("ponged");
                }

                @Override
                public void lost(Failure failure) {
                    told.add("lost");
                }
            }));
            trial.awaitNoReader();
            assertThat(told).containsExactly("opened", "heard");
        }
    }

    @Test
    void openingAndClosingManyTimesLeavesNoSocketAndNoWarning() {
        AtomicInteger warnings = new AtomicInteger();
        Logger okhttp = Logger.getLogger("okhttp3.OkHttpClient");
        Handler counting = handler(entry -> warnings.incrementAndGet());
        okhttp.addHandler(counting);
        try (RawServer server = RawServer.start(connection -> {
                    connection.send(RawServer.EVENT_STREAM + "data: 1\n\n");
                    connection.awaitHangUp();
                });
                EventSourceTrial trial = new EventSourceTrial()) {
            for (int i = 0; i < 200; i++) {
                StreamRecording recording = new StreamRecording();
                NotificationStream stream = trial.open(server.uri(), recording);
                if (i % 2 == 0) {
                    recording.awaitFrames(1);
                }
                stream.close();
                stream.close();
            }
            trial.awaitNoReader();
            soon().until(() -> server.open() == 0);
            assertThat(trial.readers()).allMatch(thread -> thread.getName().startsWith("plex-activity-"));
            assertThat(warnings).hasValue(0);
        } finally {
            okhttp.removeHandler(counting);
        }
    }

    private static void assertClosesQuietly(RawServer.Script script) {
        try (RawServer server = RawServer.start(script);
                EventSourceTrial trial = new EventSourceTrial()) {
            StreamRecording recording = new StreamRecording();
            NotificationStream stream = trial.open(server.uri(), recording);
            soon().until(() -> !server.heads().isEmpty());
            stream.close();
            trial.awaitNoReader();
            soon().until(() -> server.open() == 0);
            assertThat(recording.toldOfLoss()).isFalse();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    /** Connections are opened by threads of the HTTP library, several at a time. */
    private static boolean isConnecting() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().endsWith(".ConnectPlan"));
    }

    private static Handler handler(Consumer<LogRecord> sees) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                sees.accept(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Closed;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of a monitor while it or its listeners are busy. */
@Timeout(60)
class ClosingTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private void isOver(ActivityMonitor monitor) {
        assertThat(monitor.status().state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(Quick.threads()).isEmpty();
        until(() -> Quick.openStreams(server) == 0);
        int told = listener.ledger().size();
        int requests = server.requests().size();
        if (monitor.status().lastHeard().isPresent()) {
            server.begin("media.download", "Heard by nobody");
        }
        monitor.close();
        assertThat(listener.ledger()).hasSize(told);
        assertThat(server.requests()).hasSize(requests);
    }

    @ParameterizedTest
    @EnumSource
    void whileNobodyAnswers(Transport transport) throws Exception {
        try (RawServer blackHole = RawServer.start(RawServer.Connection::stall)) {
            ActivityMonitor monitor =
                    Quick.monitor(blackHole.uri()).transports(transport).build();
            CompletableFuture<Void> start = monitor.start();
            until(() -> blackHole.heads().size() == 1);
            monitor.close();
            assertThat(Quick.threads()).isEmpty();
            assertThatThrownBy(() -> join(start)).hasCauseInstanceOf(Closed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileHalfAHeadIsThere(Transport transport) throws Exception {
        try (RawServer half = RawServer.start(
                connection -> connection.send("HTTP/1.1 200 OK\r\nConte").stall())) {
            ActivityMonitor monitor =
                    Quick.monitor(half.uri()).transports(transport).build();
            monitor.start();
            until(() -> half.heads().size() == 1);
            monitor.close();
            assertThat(Quick.threads()).isEmpty();
        }
    }

    @Test
    void whileTheListIsUnderWay() {
        server.faults().hold(Endpoint.LIST);
        ActivityMonitor monitor = Quick.monitor(server).build();
        CompletableFuture<Void> start = monitor.start();
        CompletableFuture<Void> resync = monitor.resync();
        until(() -> Quick.asked(server, Endpoint.LIST) == 1);
        monitor.close();
        isOver(monitor);
        assertThatThrownBy(() -> join(start)).hasCauseInstanceOf(Closed.class);
        assertThatThrownBy(() -> join(resync)).hasCauseInstanceOf(Closed.class);
    }

    @Test
    void fromManyThreadsAtOnce() throws Exception {
        ActivityMonitor monitor = Quick.monitor(server).build();
        monitor.listen(listener);
        join(monitor.start());
        List<CompletableFuture<Void>> closing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closing.add(CompletableFuture.runAsync(monitor::close));
        }
        for (CompletableFuture<Void> each : closing) {
            join(each);
        }
        isOver(monitor);
    }

    @Test
    void whileAListenerBlocks() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        ActivityMonitor monitor = Quick.monitor(server).build();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                inside.countDown();
                while (gate.getCount() > 0) {
                    Thread.onSpinWait();
                }
                listener.onStarted(activity);
            }

            @Override
            public void onProgress(Activity previous, Activity current) {
                listener.onProgress(previous, current);
            }
        });
        join(monitor.start());
        Activity job = server.begin("media.download", "Download");
        inside.await();
        server.advance(job.uuid(), 50);
        monitor.close();
        assertThat(Quick.threads()).as("but for the one whose listener is busy").hasSize(1);
        gate.countDown();
        until(() -> Quick.threads().isEmpty());
        assertThat(listener.changes()).as("what began may end").hasSize(1);
        until(() -> Quick.openStreams(server) == 0);
    }

    @Test
    void anInterruptOfWhoClosesIsKept() throws Exception {
        ActivityMonitor monitor = Quick.monitor(server).build();
        join(monitor.start());
        Thread.currentThread().interrupt();
        monitor.close();
        assertThat(Thread.interrupted()).isTrue();
        until(() -> Quick.threads().isEmpty());
        isOver(monitor);
    }

    /** As it is closed at one moment or another, a letter may just be on its way. */
    @ParameterizedTest
    @EnumSource
    void nothingIsToldAndNothingAskedOnceItHasReturned(Transport transport) throws Exception {
        Activity job = server.begin("media.download", "Download");
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
            for (int i = 0; !enough.get(); i++) {
                server.advance(job.uuid(), i % 100);
                LockSupport.parkNanos(10_000);
            }
        });
        for (int round = 0; round < 20; round++) {
            AtomicBoolean closed = new AtomicBoolean();
            AtomicInteger late = new AtomicInteger();
            ActivityMonitor monitor = Quick.monitor(server)
                    .transports(transport)
                    .pollEvery(Duration.ofMillis(1))
                    .backoff(Duration.ofMillis(1), Duration.ofMillis(1))
                    .client(new OkHttpClient.Builder()
                            .addInterceptor(chain -> {
                                late.addAndGet(closed.get() ? 1 : 0);
                                return chain.proceed(chain.request());
                            })
                            .dns(host -> {
                                late.addAndGet(closed.get() ? 1 : 0);
                                return Dns.SYSTEM.lookup(host);
                            })
                            .build())
                    .build();
            monitor.listen(new ActivityListener() {
                @Override
                public void onProgress(Activity previous, Activity current) {
                    listener.onProgress(previous, current);
                    late.addAndGet(closed.get() ? 1 : 0);
                }
            });
            int before = listener.changes().size();
            join(monitor.start());
            int enoughTold = round;
            until(() -> listener.changes().size() - before >= enoughTold);
            monitor.close();
            closed.set(true);
            until(() -> Quick.openStreams(server) == 0);
            assertThat(late).hasValue(0);
        }
        enough.set(true);
        join(flood);
    }

    @Test
    void whileItIsBeingStartedByAnotherThread() throws Exception {
        for (int round = 0; round < 50; round++) {
            ActivityMonitor monitor = Quick.monitor(server).build();
            CompletableFuture<CompletableFuture<Void>> start = CompletableFuture.supplyAsync(monitor::start);
            CompletableFuture<Void> again = monitor.start();
            monitor.close();
            assertThat(monitor.status().state()).isEqualTo(ConnectionState.CLOSED);
            join(start).exceptionally(closedFirst -> null).join();
            again.exceptionally(closedFirst -> null).join();
        }
        until(() -> Quick.threads().isEmpty());
        until(() -> Quick.openStreams(server) == 0);
    }
}

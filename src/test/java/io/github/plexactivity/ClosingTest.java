package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a monitor, from every state and from every thread. */
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

    @Test
    void beforeItWasStarted() {
        ActivityMonitor monitor = Quick.monitor(server).build();
        monitor.listen(listener);
        monitor.close();
        isOver(monitor);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whileItIsConnected(Transport transport) throws Exception {
        ActivityMonitor monitor = Quick.monitor(server).transports(transport).build();
        monitor.listen(listener);
        join(monitor.start());
        server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().size() == 1);
        monitor.close();
        isOver(monitor);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 401})
    void whileItWaitsOrIsRefused(int status) {
        for (Endpoint endpoint : Endpoint.values()) {
            server.faults().refuse(endpoint, status);
        }
        ActivityMonitor monitor =
                Quick.monitor(server).backoff(Quick.NEVER, Quick.NEVER).build();
        monitor.listen(listener);
        CompletableFuture<Void> start = monitor.start();
        Quick.until(monitor, status == 401 ? ConnectionState.REFUSED : ConnectionState.WAITING);
        monitor.close();
        isOver(monitor);
        assertThatThrownBy(() -> join(start)).isNotNull();
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
    void fromInsideACallback() throws Exception {
        ActivityMonitor monitor = Quick.monitor(server).build();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                monitor.close();
                closed.complete(listener.ledger().size());
            }
        });
        monitor.listen(listener);
        join(monitor.start());
        server.begin("media.download", "Download");
        join(closed);
        until(() -> Quick.threads().isEmpty());
        isOver(monitor);
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
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Closed;
import io.github.plexactivity.model.MonitorException.Disconnected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a life of a monitor leaves behind, and what may be asked of it when. */
@Timeout(60)
class LifeCycleTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void whatIsAskedOfAClosedMonitorFailsAtOnceAndQuietly() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            ActivityMonitor monitor = Quick.monitor(server).build();
            join(monitor.start());
            Activity job = server.begin("media.download", "Download");
            until(() -> monitor.activities().containsKey(job.uuid()));
            monitor.close();
            monitor.listen(listener).close();
            assertThatThrownBy(() -> join(monitor.resync())).hasCauseInstanceOf(Closed.class);
            assertThatThrownBy(() -> join(monitor.track("a").ended())).hasCauseInstanceOf(Closed.class);
            assertThatThrownBy(() -> join(monitor.track("a").cancel())).hasCauseInstanceOf(Closed.class);
            assertThat(monitor.activities()).isNotNull();
            assertThat(monitor.statistics().frames()).isPositive();
            assertThat(monitor.track(job.uuid()).uuid()).isEqualTo(job.uuid());
            assertThat(listener.ledger()).isEmpty();
            assertThat(log.ours()).isEmpty();
        }
    }

    @Test
    void aMonitorIsStartedOnceAndNotAfterItsEnd() throws Exception {
        ActivityMonitor monitor = Quick.monitor(server).build();
        assertThatThrownBy(() -> join(monitor.resync())).hasCauseInstanceOf(Disconnected.class);
        CompletableFuture<Void> first = monitor.start();
        CompletableFuture<Void> second = monitor.start();
        first.cancel(true);
        join(second);
        join(monitor.start());
        assertThat(Quick.asked(server, Endpoint.EVENT_SOURCE)).isOne();
        monitor.close();

        ActivityMonitor never = Quick.monitor(server).build();
        never.close();
        int requests = server.requests().size();
        assertThatThrownBy(() -> join(never.start())).hasCauseInstanceOf(Closed.class);
        assertThat(never.status().state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(server.requests()).hasSize(requests);
    }

    @Test
    void closingOneLeavesAnotherOnTheSameClientAlone() throws Exception {
        OkHttpClient client = new OkHttpClient();
        try (ActivityMonitor stays = Quick.monitor(server).client(client).build()) {
            stays.listen(listener);
            join(stays.start());
            ActivityMonitor goes = Quick.monitor(server).client(client).build();
            join(goes.start());
            assertThat(Quick.openStreams(server)).isEqualTo(2);
            goes.close();
            until(() -> Quick.openStreams(server) == 1);
            Activity job = server.begin("media.download", "Download");
            join(stays.track(job.uuid()).cancel());
            listener.awaitEnd(job.uuid(), SOON);
            untilConnected(stays, Transport.EVENT_SOURCE);
            assertThat(stays.statistics().reconnects()).isZero();
        }
        assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
    }
}

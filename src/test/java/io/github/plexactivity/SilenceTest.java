package io.github.plexactivity;

import static io.github.plexactivity.Quick.NEVER;
import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilAskedAgain;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Quirk;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that are open and say nothing: silent ones, half-open ones, zombies. */
@Timeout(60)
class SilenceTest {

    private final FakePlexServer server =
            FakePlexServer.builder().heartbeat(Duration.ofMillis(50)).start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private ActivityMonitor.Builder impatient() {
        return Quick.monitor(server)
                .silenceTimeout(Duration.ofMillis(250))
                .connectTimeout(Duration.ofMillis(250))
                .resyncEvery(NEVER);
    }

    @Test
    void aSilentEventSourceIsReplacedQuietly() throws Exception {
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor =
                        impatient().transports(Transport.EVENT_SOURCE).build()) {
            monitor.listen(listener);
            join(monitor.start());
            server.faults().silence(Transport.EVENT_SOURCE);
            until(() -> monitor.statistics().replacements() > 0);
            server.faults().heal();
            until(() -> server.openStreams(Transport.EVENT_SOURCE) == 1);
            Activity job = server.begin("library.refresh.items", "Refreshing");
            listener.await(SOON, told -> told.running().contains(job.uuid()));

            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
            assertThat(listener.synchronizations()).as("there was no gap").isOne();
            assertThat(log.ours()).isEmpty();
        }
    }

    @Test
    void aSilentWebSocketThatAnswersPingsIsLeftInPeace() throws Exception {
        try (ActivityMonitor monitor =
                impatient().transports(Transport.WEB_SOCKET).build()) {
            monitor.listen(listener);
            join(monitor.start());
            untilPonged(monitor);
            assertThat(asked(server, Endpoint.WEB_SOCKET)).isOne();
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        }
    }

    @Test
    void aWebSocketThatAnsweredPingsAndDoesNoLongerIsReplacedQuietly() throws Exception {
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor =
                        impatient().transports(Transport.WEB_SOCKET).build()) {
            monitor.listen(listener);
            join(monitor.start());
            untilPonged(monitor);

            server.faults().silence(Transport.WEB_SOCKET);
            until(() -> monitor.statistics().replacements() > 0);
            server.faults().heal();
            until(() -> server.openStreams(Transport.WEB_SOCKET) == 1);
            Activity job = server.begin("library.refresh.items", "Refreshing");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
            assertThat(log.ours()).isEmpty();
        }
    }

    @Test
    void aWebSocketThatNeverAnsweredAPingIsProbedBySnapshotsAndReplacedOnce() throws Exception {
        server.faults().add(Quirk.NEVER_PONGS);
        try (ActivityMonitor monitor = impatient()
                .transports(Transport.WEB_SOCKET)
                .silenceTimeout(Duration.ofMillis(100))
                .connectTimeout(Duration.ofMillis(100))
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            untilAskedAgain(server, Endpoint.LIST, 4);
            assertThat(asked(server, Endpoint.WEB_SOCKET)).isEqualTo(2);
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        }
    }

    @Test
    void aZombieIsFoundBySnapshotsReplacedAndThenLeft() throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).resyncEvery(Duration.ofMillis(50)).build()) {
            monitor.listen(listener);
            join(monitor.start());
            server.faults().makeZombie(Transport.EVENT_SOURCE);
            Activity job = server.begin("library.update.section", "Scanning");
            keepsMovingUntilConnected(monitor, job, Transport.WEB_SOCKET);

            server.end(job.uuid());
            listener.awaitEnd(job.uuid(), SOON);
            listener.verify();
            assertThat(monitor.statistics().zombies()).isGreaterThanOrEqualTo(2);
            assertThat(monitor.statistics().missedStarts()).isOne();
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
            until(() -> Quick.openStreams(server) == 1);
        }
    }

    @Test
    void whereEveryStreamIsAZombieSnapshotsTellTheStory() throws Exception {
        server.faults().makeZombie(Transport.EVENT_SOURCE);
        server.faults().makeZombie(Transport.WEB_SOCKET);
        try (ActivityMonitor monitor = Quick.monitor(server)
                .resyncEvery(Duration.ofMillis(50))
                .recoverEvery(Duration.ofMillis(300))
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("library.update.section", "Scanning");
            double progress = 0;
            while (monitor.statistics().zombies() < 4 && progress < 99) {
                server.advance(job.uuid(), ++progress);
                untilAskedAgain(server, Endpoint.LIST, 1);
            }
            server.vanish(job.uuid());
            listener.awaitEnd(job.uuid(), SOON);
            untilConnected(monitor, Transport.EVENT_SOURCE);
            listener.verify();
        }
    }

    /** A WebSocket on which nothing happens is heard again only as it answers a ping. */
    private static void untilPonged(ActivityMonitor monitor) {
        Instant opened = monitor.status().lastHeard().orElseThrow().plusMillis(100);
        until(() -> monitor.status().lastHeard().orElseThrow().isAfter(opened));
    }

    private void keepsMovingUntilConnected(ActivityMonitor monitor, Activity job, Transport transport) {
        double[] progress = {0};
        until(() -> {
            progress[0] = Math.min(98, progress[0] + 0.01);
            server.advance(job.uuid(), progress[0]);
            return Quick.isConnected(monitor.status(), transport);
        });
    }
}

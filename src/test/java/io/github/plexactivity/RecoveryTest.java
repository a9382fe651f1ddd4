package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilAskedAgain;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Back to the preferred transport, beside the one in use: make before break. */
@Timeout(60)
class RecoveryTest {

    private final FakePlexServer server =
            FakePlexServer.builder().heartbeat(Duration.ofMillis(50)).start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"WEB_SOCKET, EVENT_SOURCE", "EVENT_SOURCE, WEB_SOCKET"})
    void aChangeOfStreamsNeitherLosesNorRepeatsWhatBothSay(Transport used, Transport preferred) throws Exception {
        Endpoint wanted = Endpoint.valueOf(preferred.name());
        server.faults().refuse(wanted, 404);
        try (ActivityMonitor monitor = Quick.monitor(server)
                .transports(preferred, used)
                .recoverEvery(Duration.ofMillis(100))
                .resyncEvery(Quick.NEVER)
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(used);
            Activity job = server.begin("library.update.section", "Scanning");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> talk = CompletableFuture.supplyAsync(() -> talk(monitor, job.uuid(), enough));

            server.faults().hold(Endpoint.LIST); // so that what is told comes from the streams alone
            server.faults().allow(wanted);
            untilConnected(monitor, preferred);
            until(() -> Quick.openStreams(server) == 1);
            enough.set(true);
            int last = join(talk) + 1;
            server.advance(job.uuid(), last / 100.0); // What went before was perhaps said by the old stream alone.
            server.end(job.uuid());

            listener.awaitEnd(job.uuid(), SOON);
            listener.verify();
            assertThat(progressOf(job.uuid()))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .endsWith(last / 100.0);
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
            assertThat(monitor.statistics().recoveries()).isOne();
            assertThat(monitor.statistics().reconnects()).isZero();
        }
    }

    @Test
    void anEventSourceThatOpensAndSaysNothingDoesNotTakeOver() throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 404);
        try (ActivityMonitor monitor = Quick.monitor(server)
                .recoverEvery(Duration.ofMillis(50))
                .silenceTimeout(Duration.ofMillis(200))
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            server.faults().silence(Transport.EVENT_SOURCE);
            server.faults().allow(Endpoint.EVENT_SOURCE);
            untilAskedAgain(server, Endpoint.EVENT_SOURCE, 3);
            Activity job = server.begin("library.refresh.items", "Refreshing");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            assertThat(listener.connections())
                    .filteredOn(status -> status.state() == ConnectionState.CONNECTED)
                    .allMatch(status -> Quick.isConnected(status, Transport.WEB_SOCKET));
            assertThat(server.openStreams(Transport.EVENT_SOURCE)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aPreferredTransportThatStaysAwayIsAskedForOnceAPeriod() throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 404);
        try (ActivityMonitor monitor =
                Quick.monitor(server).recoverEvery(Duration.ofMillis(100)).build()) {
            monitor.listen(listener);
            join(monitor.start());
            untilAskedAgain(server, Endpoint.EVENT_SOURCE, 3);
            assertThat(asked(server, Endpoint.WEB_SOCKET)).isOne();
            assertThat(listener.connections())
                    .as("a try beside a working stream is no news")
                    .hasSizeLessThanOrEqualTo(3);
            assertThat(monitor.status().failures()).isZero();
        }
    }

    /** Tells of hundredths of a percent, as fast as they are heard, and answers the last. */
    private int talk(ActivityMonitor monitor, String uuid, AtomicBoolean enough) {
        int told = 0;
        while (!enough.get() && told < 9_000) {
            server.advance(uuid, ++told / 100.0);
            double far = (told - 20) / 100.0;
            until(() -> monitor.track(uuid).current().orElseThrow().progress().orElseThrow() >= far);
        }
        return told;
    }

    private List<Double> progressOf(String uuid) {
        return listener.story(uuid).stream()
                .filter(ActivityChange.Updated.class::isInstance)
                .map(change -> change.activity().progress().orElseThrow())
                .filter(progress -> progress < 100)
                .toList();
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilAskedAgain;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From EventSource to WebSocket to polling, as one after the other does not work. */
@Timeout(60)
class FallingBackTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 501, 200, 204})
    void aRefusedEventSourceIsLeftForAWebSocket(int status) throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, status);
        try (ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.WEB_SOCKET);

            tellsAWholeStory();
            untilAskedAgain(server, Endpoint.LIST, 2);
            assertThat(asked(server, Endpoint.EVENT_SOURCE))
                    .as("while a stream works")
                    .isOne();
        }
    }

    @Test
    void anEventSourceThatIsNotAnsweredInTimeIsLeftForAWebSocket() throws Exception {
        server.faults().hold(Endpoint.EVENT_SOURCE);
        try (ActivityMonitor monitor =
                Quick.monitor(server).connectTimeout(Duration.ofMillis(300)).build()) {
            monitor.listen(listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.WEB_SOCKET);
            tellsAWholeStory();
        }
    }

    @Test
    void anEventSourceThatTwiceBringsNoByteIsLeftForAWebSocket() throws Exception {
        server.faults().silence(Transport.EVENT_SOURCE);
        try (ActivityMonitor monitor =
                Quick.monitor(server).silenceTimeout(Duration.ofMillis(150)).build()) {
            monitor.listen(listener);
            monitor.start();
            untilConnected(monitor, Transport.WEB_SOCKET);
            assertThat(asked(server, Endpoint.EVENT_SOURCE)).isEqualTo(2);
            until(() -> server.openStreams(Transport.EVENT_SOURCE) == 0);
            tellsAWholeStory();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 502})
    void aWebSocketThatDoesNotWorkMattersToNobodyWhoHasAnEventSource(int status) throws Exception {
        server.faults().refuse(Endpoint.WEB_SOCKET, status);
        try (ActivityMonitor monitor =
                Quick.monitor(server).recoverEvery(Duration.ofMillis(50)).build()) {
            monitor.listen(listener);
            join(monitor.start());
            untilAskedAgain(server, Endpoint.LIST, 2);
            assertThat(asked(server, Endpoint.WEB_SOCKET)).isZero();
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        }
    }

    @Test
    void withoutAnyStreamSnapshotsTellTheStory() throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 404);
        server.faults().refuse(Endpoint.WEB_SOCKET, 400);
        try (ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.POLLING);
            assertThat(monitor.status().lastError()).as("degraded is told").isPresent();

            Activity job = server.begin("library.update.section", "Scanning");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            server.advance(job.uuid(), 30);
            listener.await(SOON, told -> told.story(job.uuid()).size() == 2);
            server.end(job.uuid());
            assertThat(listener.awaitEnd(job.uuid(), SOON).evidence()).isEqualTo(Evidence.NOT_LISTED);
            listener.verify();
        }
    }

    @Test
    void whilePollingTheStreamsAreTriedAgainAndTakenWhenTheyWork() throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 502);
        server.faults().refuse(Endpoint.WEB_SOCKET, 502);
        try (ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("library.update.section", "Scanning");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            untilAskedAgain(server, Endpoint.WEB_SOCKET, 2);

            server.faults().heal();
            untilConnected(monitor, Transport.EVENT_SOURCE);
            tellsAWholeStory();
            until(() -> Quick.openStreams(server) == 1);
            assertThat(monitor.statistics().recoveries()).isPositive();
            assertThat(monitor.activities()).containsOnlyKeys(job.uuid());
            assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        }
    }

    @Test
    void streamsThatDieInMidLifeAndStayAwayTakeNothingWithThem() throws Exception {
        try (ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("library.update.section", "Scanning");
            listener.await(SOON, told -> told.running().contains(job.uuid()));

            server.faults().refuse(Endpoint.EVENT_SOURCE, 504);
            server.faults().refuse(Endpoint.WEB_SOCKET, 504);
            server.faults().drop(Cut.FIN);
            untilConnected(monitor, Transport.POLLING);
            assertThat(monitor.activities()).containsOnlyKeys(job.uuid());
            server.advance(job.uuid(), 60);
            listener.await(SOON, told -> told.story(job.uuid()).size() == 2);
            assertThat(monitor.statistics().fallbacks()).isPositive();
            listener.verify();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aTransportThatIsChosenAloneIsNeverLeft(Transport only) throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 404);
        server.faults().refuse(Endpoint.WEB_SOCKET, 404);
        Endpoint chosen = Endpoint.valueOf(only.name());
        try (ActivityMonitor monitor = Quick.monitor(server).transports(only).build()) {
            monitor.start();
            until(() -> asked(server, chosen) >= 3);
            assertThat(server.requests()).allMatch(request -> request.endpoint() == chosen);

            server.faults().heal();
            untilConnected(monitor, only);
        }
    }

    private void tellsAWholeStory() throws InterruptedException {
        Activity job = server.begin("library.refresh.items", "Refreshing");
        server.advance(job.uuid(), 50);
        server.end(job.uuid());
        assertThat(listener.awaitEnd(job.uuid(), SOON).evidence()).isEqualTo(Evidence.FINAL_PROGRESS);
        listener.verify();
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server goes, and comes back. */
@Timeout(60)
class OutagesTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatARestartEndedEndsOnceAndIsNotTakenForCompleted(Transport transport) throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity lost = server.begin("library.update.section", "Scanning");
            server.advance(lost.uuid(), 100);
            listener.await(SOON, told -> told.running().contains(lost.uuid()));

            server.faults().restart();
            Activity fresh = server.begin("library.update.section", "Scanning");

            assertThat(listener.awaitEnd(lost.uuid(), SOON))
                    .extracting(Ending::outcome, Ending::evidence)
                    .containsExactly(Outcome.UNKNOWN, Evidence.NOT_LISTED);
            listener.await(SOON, told -> told.running().contains(fresh.uuid()));
            assertThat(monitor.activities()).containsOnlyKeys(fresh.uuid());
            listener.verify();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EVENT_SOURCE, GOODBYE",
        "EVENT_SOURCE, FIN",
        "EVENT_SOURCE, RESET",
        "WEB_SOCKET, GOODBYE",
        "WEB_SOCKET, FIN",
        "WEB_SOCKET, RESET"
    })
    void aStreamThatIsCutIsOpenedAnewAndWhatWasMissedIsMadeUpFor(Transport transport, Cut cut) throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity ended = server.begin("media.download", "Ends unseen");
            Activity goesOn = server.begin("media.download", "Goes on");
            listener.await(SOON, told -> told.running().contains(goesOn.uuid()));

            server.faults().hold(Endpoint.valueOf(transport.name()));
            server.faults().drop(cut);
            server.end(ended.uuid());
            server.advance(goesOn.uuid(), 70);
            Activity begun = server.begin("media.download", "Begins unseen");
            server.faults().heal();

            assertThat(listener.awaitEnd(ended.uuid(), SOON).evidence()).isEqualTo(Evidence.NOT_LISTED);
            listener.await(SOON, told -> told.running().contains(begun.uuid()));
            server.end(goesOn.uuid());
            listener.awaitEnd(goesOn.uuid(), SOON);
            assertThat(listener.story(goesOn.uuid())).hasSize(3);
            assertThat(monitor.statistics().missedEnds()).isOne();
            assertThat(monitor.statistics().missedStarts()).isOne();
            listener.verify();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aServerThatIsDownIsAskedOnceByEachTransportAndThenLeftAlone(int status) throws Exception {
        refuseAll(status);
        try (ActivityMonitor monitor = Quick.monitor(server)
                .backoff(Duration.ofMinutes(1), Duration.ofMinutes(2))
                .build()) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            assertThat(server.requests()).hasSize(3);
            assertThat(monitor.status().failures()).isEqualTo(3);
            assertThat(wait(monitor.status())).isBetween(Duration.ofSeconds(29), Duration.ofMinutes(1));

            server.faults().heal();
            join(monitor.resync());
            untilConnected(monitor, Transport.EVENT_SOURCE);
        }
    }

    @Test
    void roundsAskEachTransportOnceHoweverLongTheServerIsDown() throws Exception {
        refuseAll(502);
        try (ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.start();
            until(() -> asked(server, Endpoint.LIST) >= 4);
            long lists = asked(server, Endpoint.LIST);
            assertThat(asked(server, Endpoint.EVENT_SOURCE)).isBetween(lists, lists + 1);
            assertThat(asked(server, Endpoint.WEB_SOCKET)).isBetween(lists, lists + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aRetryAfterBindsBothStreams(Endpoint sender) throws Exception {
        server.faults().refuse(sender, 503, "Retry-After", "120");
        Endpoint other = sender == Endpoint.EVENT_SOURCE ? Endpoint.WEB_SOCKET : Endpoint.EVENT_SOURCE;
        try (ActivityMonitor monitor = Quick.monitor(server)
                .transports(Transport.valueOf(sender.name()), Transport.valueOf(other.name()), Transport.POLLING)
                .build()) {
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.POLLING);
            for (int i = 0; i < 3; i++) {
                join(monitor.resync());
            }
            Quick.untilAskedAgain(server, Endpoint.LIST, 6);
            assertThat(asked(server, sender)).isOne();
            assertThat(asked(server, other)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "2000000000", "Wed, 21 Oct 2099 07:28:00 GMT"})
    void aRetryAfterOfTheListBindsPollingAndIsCapped(String retryAfter) throws Exception {
        refuseAll(404);
        server.faults().refuse(Endpoint.LIST, 503, "Retry-After", retryAfter);
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(Transport.POLLING).build()) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            assertThat(wait(monitor.status())).isBetween(Duration.ofSeconds(110), Duration.ofMinutes(5));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-7", "0", "soon", ""})
    void aRetryAfterThatMeansNothingDoesNotHurry(String retryAfter) throws Exception {
        server.faults().refuse(Endpoint.LIST, 503, "Retry-After", retryAfter);
        try (ActivityMonitor monitor = Quick.monitor(server)
                .transports(Transport.POLLING)
                .backoff(Duration.ofMinutes(1), Duration.ofMinutes(1))
                .build()) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            assertThat(wait(monitor.status())).isGreaterThan(Duration.ofSeconds(29));
        }
    }

    @Test
    void anOutageIsLoggedOnceAsItBeginsAndOnceAsItEnds() throws Exception {
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor = Quick.monitor(server)
                        .transports(Transport.EVENT_SOURCE)
                        .resyncEvery(Quick.NEVER) // A list that is cut off before the stream is would be told, too.
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            for (int outage = 1; outage <= 2; outage++) {
                server.faults().stop();
                until(() -> monitor.status().failures() > 8);
                assertThat(log.ours("WARN")).hasSize(outage);
                server.faults().restart();
                untilConnected(monitor, Transport.EVENT_SOURCE);
                int ended = outage;
                until(() -> log.ours("INFO").size() == ended);
                join(monitor.resync());
            }
            assertThat(log.ours("WARN")).hasSize(2).allMatch(line -> line.contains(server.uri() + "/"));
            assertThat(log.ours()).as("whole log").hasSize(4);
        }
    }

    private void refuseAll(int status) {
        server.faults().refuse(Endpoint.EVENT_SOURCE, status);
        server.faults().refuse(Endpoint.WEB_SOCKET, status);
        server.faults().refuse(Endpoint.LIST, status);
    }

    /** How long the monitor said it would wait. */
    private static Duration wait(ConnectionStatus status) {
        return Duration.between(status.since(), status.nextAttempt().orElseThrow());
    }
}

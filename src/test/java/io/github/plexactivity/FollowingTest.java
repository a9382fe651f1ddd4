package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole monitor against a server on a real socket. */
@Timeout(60)
class FollowingTest {

    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @EnumSource
    void everyTransportTellsAWholeStory(Transport transport) throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor =
                        Quick.monitor(server).transports(transport).build()) {
            monitor.listen(listener);
            Activity running = server.begin("library.update.section", "Scanning");
            join(monitor.start());
            assertThat(monitor.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(monitor.status().transport()).contains(transport);
            assertThat(monitor.activities()).containsOnlyKeys(running.uuid());

            server.advance(running.uuid(), 40);
            listener.await(SOON, told -> told.story(running.uuid()).size() == 2);
            server.end(running.uuid());

            Ending ending = listener.awaitEnd(running.uuid(), SOON);
            listener.verify();
            if (transport == Transport.POLLING) {
                assertThat(ending.evidence()).isEqualTo(Evidence.NOT_LISTED);
            } else {
                assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
                assertThat(ending.evidence()).isEqualTo(Evidence.FINAL_PROGRESS);
            }
        }
    }

    @Test
    void aRestartOfTheServerLosesNoEnding() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity lost = server.begin("library.update.section", "Scanning");
            listener.await(SOON, told -> told.running().contains(lost.uuid()));

            server.faults().stop();
            listener.await(SOON, told -> monitor.status().state() == ConnectionState.WAITING);
            server.faults().restart();
            Activity fresh = server.begin("library.refresh.items", "Refreshing");

            assertThat(listener.awaitEnd(lost.uuid(), SOON))
                    .extracting(Ending::outcome, Ending::evidence)
                    .containsExactly(Outcome.UNKNOWN, Evidence.NOT_LISTED);
            listener.await(SOON, told -> told.running().contains(fresh.uuid()));
            listener.verify();
        }
    }

    @Test
    void aLostStreamIsOpenedAnew() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            join(monitor.start());
            listener.await(SOON, told -> told.synchronizations() == 1);
            server.faults().drop(Cut.RESET);
            listener.await(SOON, told -> told.synchronizations() == 2);
            Activity after = server.begin("library.refresh.items", "Refreshing");
            listener.await(SOON, told -> told.running().contains(after.uuid()));
            assertThat(monitor.statistics().reconnects()).isPositive();
        }
    }
}

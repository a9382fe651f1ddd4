package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One monitor after another against a server on a real socket. */
@Timeout(60)
class ResumeTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener told = new RecordingListener();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theNextProcessTakesUpWhereTheLastOneLeftOff(Transport transport) throws Exception {
        Activity goesOn = server.begin("library.update.section", "Goes on");
        Activity moves = server.begin("library.update.section", "Moves");
        Activity ends = server.begin("library.update.section", "Ends");
        Collection<Activity> live;
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).build()) {
            join(monitor.start());
            live = monitor.activities().values();
        }
        server.advance(moves.uuid(), 70);
        server.end(ends.uuid());
        Activity begins = server.begin("library.update.section", "Begins");

        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).resumeFrom(live).build()) {
            assertThat(monitor.activities()).containsOnlyKeys(goesOn.uuid(), moves.uuid(), ends.uuid());
            monitor.listen(told);
            CompletableFuture<Ending> end = monitor.track(ends.uuid()).ended();
            join(monitor.start());
            assertThat(monitor.activities()).containsOnlyKeys(goesOn.uuid(), moves.uuid(), begins.uuid());
            assertThat(join(end).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(join(end).evidence()).isEqualTo(Evidence.NOT_LISTED);
            told.await(SOON, listener -> listener.changes().size() == 3);
            server.end(goesOn.uuid());
            told.awaitEnd(goesOn.uuid(), SOON);
        }
        assertThat(told.story(moves.uuid())).singleElement().isInstanceOf(ActivityChange.Updated.class);
        assertThat(told.story(ends.uuid())).singleElement().isInstanceOf(ActivityChange.Ended.class);
        assertThat(told.story(begins.uuid())).singleElement().isInstanceOf(ActivityChange.Started.class);
        assertThat(told.story(goesOn.uuid()))
                .noneMatch(ActivityChange.Started.class::isInstance)
                .filteredOn(ActivityChange.Ended.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whatWasKeptByHandIsAsGoodAsWhatTheMonitorMade() throws Exception {
        String said = server.begin("library.refresh.items", "Refreshing").uuid();
        Activity kept = new Activity(
                new String(said.toCharArray()),
                new String("library.refresh.items".toCharArray()),
                "Refreshing",
                "",
                OptionalDouble.of(0),
                false,
                OptionalLong.of(1),
                Map.of("librarySectionID", "7", "nested", Map.of("a", List.of(1L, true, 0.5))),
                Map.of());
        try (ActivityMonitor monitor =
                Quick.monitor(server).resumeFrom(List.of(kept)).build()) {
            assertThat(monitor.activities()).containsExactly(Map.entry(said, kept));
            monitor.listen(ActivityFilter.section("7"), told);
            join(monitor.start());
            told.await(SOON, listener -> !listener.changes().isEmpty());
            server.advance(said, 50);
            told.await(SOON, listener -> isAtHalf(listener.changes()));
            server.end(said);
            told.awaitEnd(said, SOON);
        }
        assertThat(told.story(said).get(0)).isInstanceOfSatisfying(ActivityChange.Updated.class, update -> {
            assertThat(update.previous()).isEqualTo(kept);
            assertThat(update.activity().context()).isEmpty();
        });
        assertThat(told.story(said)).noneMatch(ActivityChange.Started.class::isInstance);
    }

    private static boolean isAtHalf(List<ActivityChange> changes) {
        OptionalDouble progress = changes.get(changes.size() - 1).activity().progress();
        return progress.equals(OptionalDouble.of(50));
    }

    @Test
    void aMonitorThatIsNeverStartedTellsNothingOfWhatItResumes() {
        try (ActivityMonitor monitor = Quick.monitor(server)
                .resumeFrom(List.of(Quick.download("a", 10)))
                .build()) {
            monitor.listen(told);
            assertThat(monitor.activities()).containsOnlyKeys("a");
        }
        assertThat(told.ledger()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }
}

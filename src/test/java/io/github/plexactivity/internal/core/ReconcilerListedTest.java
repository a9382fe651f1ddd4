package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The snapshot says who exists, the stream says how they stand. */
class ReconcilerListedTest {

    private final ReconcilerScene scene = new ReconcilerScene();

    @Test
    void anUnknownRowStarts() {
        scene.snapshot(scan("a", 30));
        assertThat(scene.changes()).containsExactly("started a 30");
    }

    @ParameterizedTest(name = "told at 10 s, asked at {0} s, answered at {1} s: the view says {2}")
    @CsvSource({
        " 9.0,  9.9, 60", // told between the question and the answer
        "10.0, 10.0, 60",
        "12.0, 12.0, 60", // told two seconds before the question
        "12.1, 12.1, 50",
        "12.1, 20.0, 50",
        "99.0, 99.0, 50",
    })
    void whatTheStreamToldLatelyStandsAgainstARow(double asked, double answered, int progress) {
        scene.at(asked);
        Ask ask = scene.ask();
        scene.at(10).told(scan("a", 60)).changes();
        scene.at(answered).answer(ask, scan("a", 50));
        assertThat(scene.table.table.current("a")).isEqualTo(scan("a", progress));
    }

    @Test
    void whatAnOlderStreamToldGivesWayToARowHoweverLate() {
        scene.at(10).told(scan("a", 60));
        scene.hearsStream(2).snapshot(scan("a", 50));
        assertThat(scene.changes()).containsExactly("started a 60", "updated a 60 to a 50");
    }

    @Test
    void whatAStreamToldLatelyStandsForTheOneThatTookOverFromIt() {
        scene.at(10).told(scan("a", 60));
        scene.hearsStream(2).reconciler.tookOver(1, 2);
        scene.at(11).snapshot(scan("a", 50));
        assertThat(scene.changes()).containsExactly("started a 60");
        scene.at(13).snapshot(scan("a", 70));
        assertThat(scene.changes()).containsExactly("updated a 60 to a 70");
    }

    @Test
    void whatAStreamToldStandsNoMoreForTheSecondAfterIt() {
        scene.at(10).told(scan("a", 60));
        scene.reconciler.tookOver(1, 2);
        scene.hearsStream(3).snapshot(scan("a", 50));
        assertThat(scene.changes()).containsExactly("started a 60", "updated a 60 to a 50");
    }

    @Test
    void whatAStreamToldBeforePollingTookItsPlaceGivesWayToARow() {
        scene.at(10).told(scan("a", 60));
        scene.hearsPolling(2).snapshot(scan("a", 50));
        assertThat(scene.changes()).containsExactly("started a 60", "updated a 60 to a 50");
    }

    @Test
    void whatOnlySnapshotsToldIsUpdatedByTheNext() {
        scene.at(10).snapshot(scan("a", 40));
        scene.at(11).snapshot(scan("a", 50));
        assertThat(scene.changes()).containsExactly("started a 40", "updated a 40 to a 50");
    }

    @Test
    void aRowOfAnEndedActivityChangesNothing() {
        scene.at(10).toldEnded(scan("a", 100)).changes();
        scene.at(11).snapshot(scan("a", 90));
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.count(Counter.STALE_ROWS)).isEqualTo(1);
    }

    @Test
    void whatTheStreamMissedIsCountedFromTheSecondSnapshotOn() {
        scene.snapshot(scan("a"), scan("b"), scan("c"));
        assertThat(scene.count(Counter.MISSED_STARTS)).isZero();
        scene.at(60).snapshot(scan("a", 5), scan("b"), scan("c"), scan("d"));
        assertThat(scene.count(Counter.MISSED_UPDATES)).isEqualTo(1);
        assertThat(scene.count(Counter.MISSED_STARTS)).isEqualTo(1);
        scene.at(120).snapshot(scan("b"), scan("c"), scan("d"));
        assertThat(scene.count(Counter.MISSED_ENDS)).isZero();
        scene.at(122).snapshot(scan("b"), scan("c"), scan("d"));
        assertThat(scene.count(Counter.MISSED_ENDS)).isEqualTo(1);
    }

    @Test
    void aStaleRowIsNotAMissedStart() {
        scene.snapshot();
        scene.at(1).told(scan("a")).toldEnded(scan("a"));
        scene.at(2).snapshot(scan("a"));
        assertThat(scene.count(Counter.MISSED_STARTS)).isZero();
    }

    @Test
    void whilePollingNothingIsMissedForNoStreamWasThereToTellIt() {
        scene.hearsPolling(2).snapshot(scan("a"));
        scene.at(5).snapshot(scan("a", 10), scan("b"));
        scene.at(10).snapshot();
        scene.at(12).snapshot();
        assertThat(scene.changes()).hasSize(5);
        assertThat(scene.count(Counter.MISSED_STARTS)).isZero();
        assertThat(scene.count(Counter.MISSED_UPDATES)).isZero();
        assertThat(scene.count(Counter.MISSED_ENDS)).isZero();
    }
}

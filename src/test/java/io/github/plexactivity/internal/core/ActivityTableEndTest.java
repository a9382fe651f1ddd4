package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.nothingOf;
import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import org.junit.jupiter.api.Test;

/** An end is told once, and is final. */
class ActivityTableEndTest {

    private final TableScene scene = new TableScene();

    @Test
    void anEndTakesTheActivityOutAndIsRemembered() {
        scene.told(scan("a", 90)).at(2).toldEnded(scan("a", 100));
        assertThat(scene.changes()).containsExactly("started a 90", "ended a 100 COMPLETED by FINAL_PROGRESS");
        assertThat(scene.counters.of(Counter.MISSED_STARTS)).isZero();
        assertThat(scene.table.view()).isEmpty();
        assertThat(scene.table.current("a")).isNull();
        assertThat(scene.table.isOver("a")).isTrue();
        assertThat(scene.table.recall("a", Given.second(3)))
                .contains(new Ending(
                        scan("a", 100),
                        Outcome.COMPLETED,
                        Evidence.FINAL_PROGRESS,
                        Given.second(2).instant()));
    }

    @Test
    void anEndThatTellsNothingKeepsTheLastKnownContentButNotItsProgressAsEvidence() {
        scene.told(scan("a", 100)).told(new Report("a", true, false, null), 1);
        assertThat(scene.changes()).containsExactly("started a 100", "ended a 100 UNKNOWN by END_ALONE");
    }

    @Test
    void anEndOfAnUnknownActivityIsAStartAndAnEndAndLeavesNoGhost() {
        scene.toldEnded(scan("a", 100));
        assertThat(scene.changes()).containsExactly("started a 100", "ended a 100 COMPLETED by FINAL_PROGRESS");
        assertThat(scene.table.view()).isEmpty();
        assertThat(scene.counters.of(Counter.MISSED_STARTS)).isEqualTo(1);
    }

    @Test
    void anEndOfAnUnknownActivityWithoutContentHasTheUuidAlone() {
        scene.told(new Report("a", true, false, null), 1);
        assertThat(scene.changes()).containsExactly("started a ?", "ended a ? UNKNOWN by END_ALONE");
        assertThat(scene.table.recall("a", scene.now())).map(Ending::activity).contains(nothingOf("a"));
        assertThat(scene.table.view()).isEmpty();
    }

    @Test
    void theFlagOnTheWireAndOurAcceptedCancelReachTheJudgement() {
        scene.told(new Report("a", true, true, scan("a", 100)), 1);
        assertThat(scene.changes()).contains("ended a 100 CANCELLED by REPORTED");
        scene.table.apply(new ActivityEvent.Told(Given.saysEnded(scan("b", 7)), true, 1), scene.now());
        assertThat(scene.changes()).contains("ended b 7 CANCELLED by CANCEL_ACCEPTED");
    }

    @Test
    void aLateFrameDoesNotResurrectAnEndedActivity() {
        scene.told(scan("a")).toldEnded(scan("a", 100)).changes();
        scene.told(scan("a", 50)).toldEnded(scan("a", 100)).told(scan("a"));
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.table.view()).isEmpty();
        assertThat(scene.counters.of(Counter.LATE)).isEqualTo(3);
    }

    @Test
    void aStaleRowDoesNotResurrectAnEndedActivity() {
        scene.told(scan("a")).toldEnded(scan("a", 100)).changes();
        scene.listed(scan("a", 50));
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.counters.of(Counter.STALE_ROWS)).isEqualTo(1);
    }

    @Test
    void whatIsNoLongerListedEndsOnceAsUnknown() {
        scene.told(scan("butler", 100)).gone("butler").gone("butler");
        assertThat(scene.changes()).containsExactly("started butler 100", "ended butler 100 UNKNOWN by NOT_LISTED");
        assertThat(scene.table.view()).isEmpty();
    }

    @Test
    void anEndReplayedAfterTheActivityWasFoundGoneIsLate() {
        scene.told(scan("a", 10)).gone("a").changes();
        scene.toldEnded(scan("a", 100));
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.counters.of(Counter.LATE)).isEqualTo(1);
    }

    @Test
    void goneMeansNothingOfAnActivityNeverSeen() {
        scene.gone("a");
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.table.isOver("a")).isFalse();
    }

    @Test
    void anEndingIsNotForgottenWhileASnapshotAskedBeforeItIsUnanswered() {
        TableScene one = new TableScene(1);
        one.table.snapshotAsked(one.now());
        one.at(1).toldEnded(scan("a")).toldEnded(scan("b"));
        assertThat(one.table.isOver("a")).isTrue();
        one.table.snapshotAnswered(one.now());
        assertThat(one.table.isOver("a")).isFalse();
        assertThat(one.table.isOver("b")).isTrue();
    }
}

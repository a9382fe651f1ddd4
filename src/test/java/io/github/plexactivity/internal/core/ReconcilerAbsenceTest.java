package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Absent once is a doubt, absent twice is an ending. */
class ReconcilerAbsenceTest {

    private static final String END = "ended a 20 UNKNOWN by NOT_LISTED";

    private final ReconcilerScene scene = new ReconcilerScene();

    @Test
    void absentOnceIsADoubt() {
        scene.told(scan("a", 20)).changes();
        assertThat(scene.at(10).snapshot().doubtful()).isTrue();
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.reconciler.doubtful()).isTrue();
    }

    @Test
    void absentTwiceIsAnEnding() {
        scene.told(scan("a", 20)).changes();
        scene.at(10).snapshot();
        assertThat(scene.at(12).snapshot().doubtful()).isFalse();
        assertThat(scene.changes()).containsExactly(END);
    }

    @Test
    void anActivityKnownFromSnapshotsAloneEndsTheSameWay() {
        scene.snapshot(scan("a", 20));
        scene.at(10).snapshot();
        scene.at(12).snapshot();
        assertThat(scene.changes()).containsExactly("started a 20", END);
    }

    @Test
    void aSnapshotAskedForBeforeOrExactlyWhenItWasHeardOfSaysNothing() {
        Ask before = scene.at(9).ask();
        Ask exactly = scene.at(10).ask();
        scene.told(scan("a", 20)).changes();
        assertThat(scene.at(11).answer(before).doubtful()).isFalse();
        assertThat(scene.at(12).answer(exactly).doubtful()).isFalse();
        assertThat(scene.at(13).snapshot().doubtful()).isTrue();
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void whatStartedAfterASnapshotWasAskedForIsNeverEndedByIt() {
        scene.snapshot();
        Ask ask = scene.at(60).ask();
        scene.at(61).told(scan("a", 20)).changes();
        assertThat(scene.at(90).answer(ask).doubtful()).isFalse();
        scene.at(91).snapshot();
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void onlyAbsencesInARowCount() {
        scene.told(scan("a", 20)).changes();
        scene.at(10).snapshot();
        scene.at(12).snapshot(scan("a", 20));
        scene.at(14).snapshot();
        assertThat(scene.changes()).isEmpty();
        scene.at(16).snapshot();
        assertThat(scene.changes()).containsExactly(END);
    }

    @Test
    void aFrameDispelsTheDoubt() {
        scene.told(scan("a", 20));
        scene.at(10).snapshot();
        scene.at(11).told(scan("a", 30)).changes();
        assertThat(scene.reconciler.doubtful()).isFalse();
    }

    @Test
    void theTrueEndWinsWhileTheDoubtLasts() {
        scene.told(scan("a", 20)).changes();
        scene.at(10).snapshot();
        scene.at(11).toldEnded(scan("a", 100));
        scene.at(12).snapshot();
        assertThat(scene.changes()).containsExactly("ended a 100 COMPLETED by FINAL_PROGRESS");
        assertThat(scene.count(Counter.MISSED_ENDS)).isZero();
    }

    @Test
    void twoAnswersAtAlmostTheSameTimeCountAsOne() {
        scene.told(scan("a", 20)).changes();
        scene.at(10).snapshot();
        assertThat(scene.at(10.9).snapshot().doubtful()).isTrue();
        assertThat(scene.changes()).isEmpty();
        scene.at(11).snapshot();
        assertThat(scene.changes()).containsExactly(END);
    }

    @Test
    void doubtsOutliveAChangeOfStream() {
        scene.told(scan("a", 20)).changes();
        scene.at(10).snapshot();
        scene.hearsStream(2).at(11).snapshot();
        assertThat(scene.changes()).containsExactly(END);
    }

    @Test
    void anAnswerThatCrossesAChangeOfStreamCountsAsAnyOther() {
        scene.told(scan("a", 20)).changes();
        Ask ask = scene.at(10).ask();
        scene.hearsStream(2).at(11).answer(ask);
        scene.at(12).snapshot();
        assertThat(scene.changes()).containsExactly(END);
    }

    @Test
    void anOverflowingSnapshotIsNoEvidenceOfAbsence() {
        scene.told(scan("a", 20)).changes();
        scene.at(10).snapshot();
        scene.at(12).overflowing(scan("b"));
        assertThat(scene.changes()).containsExactly("started b 0");
        scene.at(14).snapshot(scan("b"));
        assertThat(scene.changes()).containsExactly(END);
    }

    @Test
    void aServerThatRestartedEndsTheOldActivitiesOnceAsUnknown() {
        scene.told(scan("a", 20)).told(scan("b", 20)).changes();
        scene.gap().hearsStream(2).at(10).snapshot(scan("c"));
        scene.at(12).snapshot(scan("c"));
        scene.at(14).snapshot(scan("c"));
        assertThat(scene.changes()).containsExactlyInAnyOrder("started c 0", END, "ended b 20 UNKNOWN by NOT_LISTED");
    }

    @Test
    void anActivityThatStaysAt100AndIsThenGoneEndsOnceAsUnknown() {
        scene.snapshot(scan("a", 100));
        scene.at(60).snapshot(scan("a", 100));
        scene.at(120).snapshot();
        scene.at(122).snapshot();
        assertThat(scene.changes()).containsExactly("started a 100", "ended a 100 UNKNOWN by NOT_LISTED");
    }
}

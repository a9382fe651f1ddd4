package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A stream that stays dumb about what two snapshots in a row show is a zombie. */
class ReconcilerCanaryTest {

    private final ReconcilerScene scene = new ReconcilerScene();

    @Test
    void anIdleStreamIsNoZombie() {
        for (int i = 0; i < 5; i++) {
            assertThat(scene.at(60 * i).snapshot(scan("butler", 100)).zombie()).isFalse();
        }
    }

    @Test
    void oneDifferenceIsASuspicionAndTheSecondMakesAZombie() {
        assertThat(scene.at(0).snapshot().zombie()).isFalse();
        assertThat(scene.at(60).snapshot(scan("a")).zombie()).isFalse();
        assertThat(scene.at(120).snapshot(scan("a", 5)).zombie()).isTrue();
    }

    @Test
    void aRowNewGoneOrChangedIsADifference() {
        scene.at(0).snapshot(scan("a"));
        scene.at(60).snapshot(scan("b"));
        assertThat(scene.at(120).snapshot().zombie()).isTrue();
    }

    @Test
    void theOrderOfTheRowsIsNoDifference() {
        scene.at(0).snapshot(scan("a"), scan("b"));
        scene.at(60).snapshot(scan("b"), scan("a"));
        assertThat(scene.at(120).snapshot(scan("a"), scan("b")).zombie()).isFalse();
    }

    @Test
    void aQuietTimeBetweenTwoSuspicionsDoesNotClearTheFirst() {
        scene.at(0).snapshot();
        scene.at(60).snapshot(scan("a", 1));
        scene.at(120).snapshot(scan("a", 1));
        assertThat(scene.at(180).snapshot(scan("a", 2)).zombie()).isTrue();
    }

    @Test
    void anyActivityFrameClearsASuspicion() {
        scene.at(0).snapshot();
        scene.at(60).snapshot(scan("a", 1));
        scene.at(61).told(scan("z"));
        scene.at(120).snapshot(scan("a", 2));
        assertThat(scene.at(180).snapshot(scan("a", 3)).zombie()).isFalse();
        assertThat(scene.at(240).snapshot(scan("a", 4)).zombie()).isTrue();
    }

    @Test
    void aFrameBetweenTheFirstRequestAndTheSecondAnswerIsNoSilence() {
        scene.at(0).snapshot();
        scene.at(60).snapshot(scan("a", 1)).zombie();
        Ask ask = scene.at(120).ask();
        scene.at(121).told(scan("z"));
        assertThat(scene.at(122).answer(ask, scan("a", 2)).zombie()).isFalse();
        assertThat(scene.at(180).snapshot(scan("a", 3)).zombie()).isFalse();
        assertThat(scene.at(240).snapshot(scan("a", 4)).zombie()).isFalse();
        assertThat(scene.at(300).snapshot(scan("a", 5)).zombie()).isTrue();
    }

    @Test
    void aFrameInTheInstantOfTheFirstRequestIsNoSilence() {
        scene.at(0).snapshot();
        scene.at(60).told(scan("z")).snapshot(scan("a", 1));
        scene.at(120).snapshot(scan("a", 2));
        scene.at(180).snapshot(scan("a", 3));
        assertThat(scene.at(240).snapshot(scan("a", 4)).zombie()).isTrue();
    }

    @Test
    void snapshotsOfTwoStreamsAreNotCompared() {
        scene.at(0).snapshot();
        scene.at(60).snapshot(scan("a", 1));
        scene.hearsStream(2);
        assertThat(scene.at(120).snapshot(scan("a", 2)).zombie()).isFalse();
        assertThat(scene.at(180).snapshot(scan("a", 3)).zombie()).isFalse();
        assertThat(scene.at(240).snapshot(scan("a", 4)).zombie()).isTrue();
    }

    @Test
    void aSnapshotAskedOnOneStreamAndAnsweredOnTheNextSaysNothing() {
        scene.hearsStream(2).at(0).snapshot();
        scene.at(60).snapshot(scan("a", 1));
        Ask old = new Ask(Given.nanos(61), 1);
        assertThat(scene.at(70).answer(old, scan("a", 9)).zombie()).isFalse();
        assertThat(scene.at(120).snapshot(scan("a", 1)).zombie()).isFalse();
    }

    @Test
    void pollingIsNoStreamToBeAZombie() {
        scene.hearsPolling(2);
        for (int i = 0; i < 5; i++) {
            assertThat(scene.at(5 * i).snapshot(scan("a", i)).zombie()).isFalse();
        }
    }

    @Test
    void onceTheZombieIsToldSuspicionBeginsAnew() {
        scene.at(0).snapshot();
        scene.at(60).snapshot(scan("a", 1));
        scene.at(120).snapshot(scan("a", 2));
        assertThat(scene.at(180).snapshot(scan("a", 3)).zombie()).isFalse();
        assertThat(scene.at(240).snapshot(scan("a", 4)).zombie()).isTrue();
    }
}

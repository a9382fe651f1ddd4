package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Synchronized is told once for each gap, when the view equals the server's list. */
class ReconcilerGapTest {

    private final ReconcilerScene scene = new ReconcilerScene();

    @Test
    void theFirstSnapshotSynchronizes() {
        assertThat(scene.snapshot(scan("a")).synchronizedNow()).isTrue();
    }

    @Test
    void itIsNotToldAgainWithoutAGap() {
        scene.snapshot();
        assertThat(scene.at(60).snapshot().synchronizedNow()).isFalse();
        scene.at(61).told(scan("a"));
        assertThat(scene.at(120).snapshot().synchronizedNow()).isFalse();
        assertThat(scene.at(122).snapshot().synchronizedNow()).isFalse();
    }

    @Test
    void afterAGapTheNextSnapshotSynchronizes() {
        scene.snapshot();
        scene.gap().hearsStream(2);
        assertThat(scene.at(60).snapshot().synchronizedNow()).isTrue();
        assertThat(scene.at(62).snapshot().synchronizedNow()).isFalse();
    }

    @Test
    void whileADoubtLastsItWaitsForTheSecondSnapshot() {
        scene.told(scan("a")).snapshot(scan("a"));
        scene.gap().hearsStream(2);
        assertThat(scene.at(60).snapshot().synchronizedNow()).isFalse();
        assertThat(scene.at(62).snapshot().synchronizedNow()).isTrue();
        assertThat(scene.at(64).snapshot().synchronizedNow()).isFalse();
    }

    @Test
    void aNewDoubtDoesNotPutItOffBeyondTheSecond() {
        scene.told(scan("a")).snapshot(scan("a"));
        scene.gap().hearsStream(2);
        scene.at(60).snapshot();
        scene.at(61).told(scan("b"));
        assertThat(scene.at(62).snapshot().synchronizedNow()).isTrue();
    }

    @Test
    void aGapInAGapBeginsAnew() {
        scene.told(scan("a")).snapshot(scan("a"));
        scene.gap().hearsStream(2).at(60).snapshot();
        scene.at(61).told(scan("b")).gap().hearsStream(3);
        assertThat(scene.at(62).snapshot().synchronizedNow()).isFalse();
        assertThat(scene.at(64).snapshot().synchronizedNow()).isTrue();
    }

    @Test
    void aSnapshotAskedForBeforeTheGapDoesNotEndIt() {
        Ask before = scene.at(59).ask();
        scene.at(60).gap().hearsStream(2);
        assertThat(scene.at(61).answer(before).synchronizedNow()).isFalse();
        assertThat(scene.at(62).snapshot().synchronizedNow()).isTrue();
    }

    @Test
    void aSnapshotAskedForInTheInstantOfTheGapEndsIt() {
        assertThat(scene.at(60).gap().snapshot().synchronizedNow()).isTrue();
    }
}

package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An activity that an answer of the server named is over where neither snapshots nor the stream know of it. */
class ReconcilerPromiseTest {

    private final ReconcilerScene scene = new ReconcilerScene();

    @Test
    void aPromiseAsksForSnapshots() {
        assertThat(scene.reconciler.doubtful()).isFalse();
        assertThat(scene.promised("a").reconciler.doubtful()).isTrue();
    }

    @Test
    void twoSnapshotsWithoutItGiveItUp() {
        scene.at(1).promised("a");
        assertThat(scene.at(2).snapshot().unseen()).isEmpty();
        Reconciliation second = scene.at(4).snapshot();
        assertThat(second.unseen()).containsExactly("a");
        assertThat(second.doubtful()).isFalse();
        assertThat(scene.at(6).snapshot().unseen()).isEmpty();
    }

    @Test
    void onlySnapshotsAskedForAfterThePromiseCount() {
        Ask before = scene.at(0).ask();
        Ask exactly = scene.at(1).ask();
        scene.promised("a");
        scene.at(2).answer(before);
        scene.at(3).answer(exactly);
        assertThat(scene.at(4).snapshot().unseen()).isEmpty();
        assertThat(scene.at(6).snapshot().unseen()).containsExactly("a");
    }

    @Test
    void aRowKeepsThePromise() {
        scene.at(1).promised("a");
        scene.at(2).snapshot();
        scene.at(4).snapshot(scan("a"));
        assertThat(scene.reconciler.doubtful()).isFalse();
        assertThat(scene.at(6).snapshot().unseen()).isEmpty();
    }

    @Test
    void aFrameKeepsThePromise() {
        scene.at(1).promised("a");
        scene.at(2).snapshot();
        scene.at(3).told(scan("a"));
        assertThat(scene.reconciler.doubtful()).isFalse();
    }

    @Test
    void whatIsKnownOrOverNeedsNoPromise() {
        scene.told(scan("a")).toldEnded(scan("b"));
        scene.at(1).promised("a").promised("b");
        assertThat(scene.reconciler.doubtful()).isFalse();
    }

    @Test
    void aPromiseMadeTwiceIsAsOldAsTheFirst() {
        scene.at(1).promised("a");
        scene.at(2).snapshot();
        scene.at(3).promised("a");
        assertThat(scene.at(4).snapshot().unseen()).containsExactly("a");
    }

    @Test
    void anOverflowingSnapshotSaysNothingOfAPromise() {
        scene.at(1).promised("a");
        scene.at(2).snapshot();
        assertThat(scene.at(4).overflowing().unseen()).isEmpty();
        assertThat(scene.at(6).snapshot().unseen()).containsExactly("a");
    }

    @Test
    void promisesAreCountedEachForItself() {
        scene.at(1).promised("a");
        scene.at(2).snapshot();
        scene.at(3).promised("b");
        assertThat(scene.at(4).snapshot().unseen()).containsExactly("a");
        assertThat(scene.at(6).snapshot().unseen()).containsExactly("b");
    }

    @Test
    void ofTooManyPromisesTheOldestAreDropped() {
        for (int i = 0; i <= 1_024; i++) {
            scene.promised("promise-" + i);
        }
        scene.at(2).snapshot();
        assertThat(scene.at(4).snapshot().unseen())
                .hasSize(1_024)
                .doesNotContain("promise-0")
                .contains("promise-1", "promise-1024");
    }
}

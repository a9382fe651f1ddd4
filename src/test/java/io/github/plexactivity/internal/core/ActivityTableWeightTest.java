package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.heavy;
import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server may make each activity as heavy as a frame may be: together they weigh no more than some megabytes. */
class ActivityTableWeightTest {

    private final TableScene scene = new TableScene();

    /** One more of a mebibyte is too many. */
    private void fill() {
        IntStream.range(0, 15).forEach(i -> scene.told(heavy("h" + i, 0)));
        assertThat(scene.changes()).hasSize(15);
    }

    @Test
    void whatIsTooHeavyWithTheOthersIsNotFollowedAndIsCounted() {
        fill();
        scene.told(heavy("more", 0)).listed(heavy("listed", 0));
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.table.view()).hasSize(15).doesNotContainKeys("more", "listed");
        assertThat(scene.counters.of(Counter.OVERFLOWED)).isEqualTo(2);
    }

    @Test
    void aLightOneIs() {
        fill();
        scene.told(scan("light", 1));
        assertThat(scene.changes()).containsExactly("started light 1");
    }

    @Test
    void itMayBeJustAsHeavyAsThat() {
        int room = (int) (Weight.most(100) - Weight.of(Given.titled("a", "", 0)));
        scene.told(Given.titled("a", "x".repeat(room + 1), 0));
        assertThat(scene.changes()).isEmpty();
        scene.told(Given.titled("a", "x".repeat(room), 0));
        assertThat(scene.changes()).containsExactly("started a 0");
    }

    @Test
    void anUpdateThatWouldMakeThemTooHeavyIsNotTakenAndIsCountedThoughItsActivityIsHeardOf() {
        scene.told(scan("a", 1)).changes();
        fill();
        scene.at(3).told(Given.says(heavy("a", 2)), 2);
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.table.current("a")).isEqualTo(scan("a", 1));
        assertThat(scene.counters.of(Counter.OVERFLOWED)).isOne();
        assertThat(scene.heard("a")).isEqualTo(Given.nanos(3));
        assertThat(scene.generation("a")).isEqualTo(2);

        scene.told(scan("a", 3));
        assertThat(scene.changes()).containsExactly("updated a 1 to a 3");
    }

    @Test
    void anUpdateMayFillWhatRoomThereIs() {
        int room = (int) (Weight.most(100) - Weight.of(Given.titled("a", "", 0)));
        scene.told(Given.titled("a", "", 0)).changes();
        scene.told(Given.titled("a", "x".repeat(room + 1), 1));
        assertThat(scene.changes()).isEmpty();
        scene.told(Given.titled("a", "x".repeat(room), 2));
        assertThat(scene.changes()).containsExactly("updated a 0 to a 2");
    }

    @Test
    void whoAreTooHeavyByWhatIsResumedStillMoveAndLoseWeight() {
        IntStream.range(0, 20).forEach(i -> scene.resumed(heavy("h" + i, 0)));
        scene.told(heavy("h0", 1)).told(scan("h0", 2)).told(scan("light"));
        assertThat(scene.changes()).containsExactly("updated h0 0 to h0 1", "updated h0 1 to h0 2");
    }

    @Test
    void whatEndedLeavesItsRoomWhateverItsEndSays() {
        for (int i = 0; i < 3; i++) {
            fill();
            scene.toldEnded(scan("h0", 100)).gone("h1");
            IntStream.range(2, 15).forEach(j -> scene.toldEnded(heavy("h" + j, 100)));
            assertThat(scene.changes()).hasSize(15);
            scene.at(16 * 60 * (i + 1))
                    .told(scan("forget"))
                    .toldEnded(scan("forget" + i))
                    .changes();
        }
    }

    @Test
    void anEndOfAnActivityThatWasNeverFollowedTakesNoRoom() {
        IntStream.range(0, 40).forEach(i -> scene.toldEnded(heavy("e" + i, 100)));
        assertThat(scene.changes()).hasSize(80);
        fill();
        assertThat(scene.counters.of(Counter.OVERFLOWED)).isZero();
    }

    @Test
    void whatAnUpdateLosesIsNoRoomForOthersBeforeTheEndSinceItMayStillWaitToBeTold() {
        fill();
        scene.told(scan("h0", 1)).told(heavy("more", 0)).told(heavy("h0", 2));
        assertThat(scene.changes()).containsExactly("updated h0 0 to h0 1", "updated h0 1 to h0 2");
        scene.toldEnded(scan("h0", 100)).told(heavy("more", 0)).told(heavy("evenMore", 0));
        assertThat(scene.changes()).containsExactly("ended h0 100 COMPLETED by FINAL_PROGRESS", "started more 0");
    }
}

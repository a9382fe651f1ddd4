package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.nothingOf;
import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verb on the wire does not decide the change, the table does. */
class ActivityTableTest {

    private final TableScene scene = new TableScene();

    @Test
    void anUnknownActivityStartsWhateverTheVerb() {
        scene.told(scan("a", 40));
        assertThat(scene.changes()).containsExactly("started a 40");
        assertThat(scene.table.view()).containsExactly(Map.entry("a", scan("a", 40)));
    }

    @Test
    void aKnownActivityIsUpdatedByWhatDiffers() {
        scene.told(scan("a", 0)).told(scan("a", 10));
        assertThat(scene.changes()).containsExactly("started a 0", "updated a 0 to a 10");
        assertThat(scene.table.current("a")).isEqualTo(scan("a", 10));
    }

    @Test
    void aSecondStartThatTellsNothingNewIsADuplicate() {
        scene.told(scan("a")).told(scan("a")).told(scan("a"));
        assertThat(scene.changes()).containsExactly("started a 0");
        assertThat(scene.counters.of(Counter.DUPLICATES)).isEqualTo(2);
    }

    @Test
    void progressMayGoBackwardsWhenTheStreamSaysSo() {
        scene.told(scan("a", 60)).told(scan("a", 50));
        assertThat(scene.changes()).containsExactly("started a 60", "updated a 60 to a 50");
    }

    @Test
    void aMentionWithoutContentChangesNothingKnown() {
        scene.told(scan("a")).told(new Report("a", false, false, null), 1);
        assertThat(scene.changes()).containsExactly("started a 0");
        assertThat(scene.counters.of(Counter.DUPLICATES)).isEqualTo(1);
    }

    @Test
    void aMentionWithoutContentStartsNothing() {
        scene.told(new Report("a", false, false, null), 1);
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.table.view()).isEmpty();
    }

    @Test
    void anActivityTellsWhenAndByWhichStreamItWasLastToldEvenByADuplicate() {
        scene.told(Given.says(scan("a")), 1).at(3).told(Given.says(scan("a")), 2);
        assertThat(scene.generation("a")).isEqualTo(2);
        assertThat(scene.heard("a")).isEqualTo(Given.nanos(3));
    }

    @Test
    void aRowStartsAnActivityThatNoStreamHasTold() {
        scene.at(5).listed(scan("a", 30));
        assertThat(scene.changes()).containsExactly("started a 30");
        assertThat(scene.generation("a")).isEqualTo(ActivityTable.NO_STREAM);
        assertThat(scene.heard("a")).isEqualTo(Given.nanos(5));
    }

    @Test
    void aRowUpdatesAKnownActivityAndDoesNotCountAsHeard() {
        scene.told(Given.says(scan("a", 30)), 7).at(5).listed(scan("a", 31));
        assertThat(scene.changes()).containsExactly("started a 30", "updated a 30 to a 31");
        assertThat(scene.generation("a")).isEqualTo(7);
        assertThat(scene.heard("a")).isZero();
    }

    @Test
    void aRowAt100StillRuns() {
        scene.listed(scan("butler", 100)).listed(scan("butler", 100));
        assertThat(scene.changes()).containsExactly("started butler 100");
        assertThat(scene.table.view()).containsOnlyKeys("butler");
    }

    @Test
    void noMoreThanTheMostAreFollowedAndTheRestIsCounted() {
        TableScene two = new TableScene(2);
        two.told(scan("a")).told(scan("b")).told(scan("c")).listed(scan("d"));
        assertThat(two.changes()).containsExactly("started a 0", "started b 0");
        assertThat(two.table.view()).containsOnlyKeys("a", "b");
        assertThat(two.counters.of(Counter.OVERFLOWED)).isEqualTo(2);
    }

    @Test
    void anEndMakesRoomForAnother() {
        TableScene one = new TableScene(1);
        one.told(scan("a")).toldEnded(scan("a", 100)).told(scan("b"));
        assertThat(one.table.view()).containsOnlyKeys("b");
        assertThat(one.counters.of(Counter.OVERFLOWED)).isZero();
    }

    @Test
    void whoeverWasPromisedAndNeverSeenIsRecalledAsUnknownAndMayStillStart() {
        Ending ending = scene.at(1).table.neverSeen("a", scene.now());
        Activity nothing = nothingOf("a");
        assertThat(ending).isEqualTo(Judgement.unheard(nothing, scene.now().instant()));
        assertThat(scene.table.recall("a", scene.now())).contains(ending);
        assertThat(scene.changes()).isEmpty();
        scene.told(scan("a", 5));
        assertThat(scene.changes()).containsExactly("started a 5");
    }
}

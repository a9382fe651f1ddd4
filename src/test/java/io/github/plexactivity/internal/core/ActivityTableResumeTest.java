package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.nothingOf;
import static io.github.plexactivity.internal.core.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was live when the process last stopped is known, was heard before any list, and nobody is told that it starts. */
class ActivityTableResumeTest {

    private final TableScene scene = new TableScene().resumed(scan("a", 40));

    @Test
    void whatIsResumedIsShownAndNobodyIsTold() {
        assertThat(scene.table.view()).containsExactly(Map.entry("a", scan("a", 40)));
        assertThat(scene.table.current("a")).isEqualTo(scan("a", 40));
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void aViewTakenBeforeIsNotTheViewTakenAfter() {
        Map<String, ?> before = scene.table.view();
        scene.resumed(scan("b"));
        assertThat(scene.table.view()).hasSize(2);
        assertThat(before).hasSize(1);
    }

    @Test
    void itWasHeardBeforeAListThatIsAskedForInTheSameInstantAndByNoStream() {
        assertThat(scene.heard("a")).isLessThan(scene.now().nanos());
        assertThat(scene.generation("a")).isEqualTo(ActivityTable.NO_STREAM);
    }

    @Test
    void whatIsListedOfItIsAnUpdateOrNothing() {
        scene.listed(scan("a", 40));
        assertThat(scene.changes()).isEmpty();
        scene.listed(scan("a", 60));
        assertThat(scene.changes()).containsExactly("updated a 40 to a 60");
    }

    @Test
    void whatAStreamTellsOfItIsAnUpdateOrNothing() {
        scene.told(scan("a", 40)).told(scan("a", 60));
        assertThat(scene.changes()).containsExactly("updated a 40 to a 60");
    }

    @Test
    void itsEndIsTheEndOfWhatIsKnownAndNoStartWasMissed() {
        scene.told(new Report("a", true, false, null), 1);
        assertThat(scene.changes()).containsExactly("ended a 40 UNKNOWN by END_ALONE");
        assertThat(scene.counters.of(Counter.MISSED_STARTS)).isZero();
    }

    @Test
    void onceItEndedItIsOverLikeAnyOther() {
        scene.gone("a").listed(scan("a", 60)).told(scan("a", 60)).gone("a");
        assertThat(scene.changes()).containsExactly("ended a 40 UNKNOWN by NOT_LISTED");
        assertThat(scene.table.view()).isEmpty();
    }

    @Test
    void whatIsResumedCountsAmongThoseThatMayBeFollowedAtOnce() {
        TableScene small = new TableScene(1).resumed(nothingOf("a")).listed(scan("b"));
        assertThat(small.counters.of(Counter.OVERFLOWED)).isOne();
        small.gone("a").listed(scan("b"));
        assertThat(small.changes()).containsExactly("ended a ? UNKNOWN by NOT_LISTED", "started b 0");
    }
}

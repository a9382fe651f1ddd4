package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.activity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some servers do not list all that runs: offline transcodes. */
class ReconcilerUnlistedTest {

    private final ReconcilerScene scene = new ReconcilerScene();

    @BeforeEach
    void aDoubtAboutATranscodeIsRefutedByAFrame() {
        scene.told(transcode("a", 1));
        scene.at(10).snapshot();
        scene.at(11).told(transcode("a", 2)).changes();
    }

    @Test
    void suchAnActivityIsNotEndedByAbsence() {
        scene.at(20).snapshot();
        assertThat(scene.at(22).snapshot().doubtful()).isFalse();
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void thatHoldsForAllOfItsType() {
        scene.at(12).told(transcode("b", 1)).changes();
        scene.at(20).snapshot();
        scene.at(22).snapshot();
        assertThat(scene.changes()).isEmpty();
    }

    @Test
    void othersStillEndByAbsence() {
        scene.at(12).told(Given.scan("s")).changes();
        scene.at(20).snapshot();
        scene.at(22).snapshot();
        assertThat(scene.changes()).containsExactly("ended s 0 UNKNOWN by NOT_LISTED");
    }

    @Test
    void whereItWasLastHeardOnAnOlderStreamItEndsByAbsence() {
        scene.hearsStream(2).at(20).snapshot();
        scene.at(22).snapshot();
        assertThat(scene.changes()).containsExactly("ended a 2 UNKNOWN by NOT_LISTED");
    }

    @Test
    void aRowOfTheTypeMakesItAListedOneAgain() {
        scene.at(20).snapshot(transcode("b", 5));
        scene.at(22).snapshot(transcode("b", 5));
        scene.at(24).snapshot(transcode("b", 5));
        assertThat(scene.changes()).containsExactly("started b 5", "ended a 2 UNKNOWN by NOT_LISTED");
    }

    @Test
    void aListThatLagsBehindTheStreamMakesNoTypeUnlisted() {
        ReconcilerScene other = new ReconcilerScene();
        other.at(10).told(transcode("a", 1)).at(12).snapshot();
        other.at(13).told(transcode("a", 2)).changes();
        other.at(20).snapshot();
        other.at(22).snapshot();
        assertThat(other.changes()).containsExactly("ended a 2 UNKNOWN by NOT_LISTED");
    }

    @Test
    void aListThatHadTimeToCatchUpDoes() {
        ReconcilerScene other = new ReconcilerScene();
        other.at(10).told(transcode("a", 1)).at(12.001).snapshot();
        other.at(13).told(transcode("a", 2)).changes();
        other.at(20).snapshot();
        other.at(22).snapshot();
        assertThat(other.changes()).isEmpty();
    }

    @Test
    void whatIsOverSoonAfterTheListThatLeftItOutShowsNothingOfItsType() {
        ReconcilerScene other = new ReconcilerScene();
        other.told(transcode("a", 1)).told(transcode("late", 1));
        other.at(10).snapshot();
        other.at(11).told(transcode("late", 2));
        other.at(24.999).toldEnded(transcode("late", 100)).changes();
        other.at(30).snapshot();
        other.at(32).snapshot();
        assertThat(other.changes()).containsExactly("ended a 1 UNKNOWN by NOT_LISTED");
    }

    @Test
    void whatWentOnForLongAfterThatListDoes() {
        ReconcilerScene other = new ReconcilerScene();
        other.told(transcode("a", 1)).told(transcode("b", 1));
        other.at(10).snapshot();
        other.at(11).told(transcode("b", 2));
        other.at(25).toldEnded(transcode("b", 100)).changes();
        other.at(30).snapshot();
        other.at(32).snapshot();
        assertThat(other.changes()).isEmpty();
    }

    @Test
    void aDoubtThatBeganBeforeTheTypeWasKnownIsLetGo() {
        ReconcilerScene other = new ReconcilerScene();
        other.told(transcode("a", 1)).told(transcode("b", 1));
        other.at(10).snapshot();
        other.at(11).told(transcode("a", 2)).changes();
        assertThat(other.at(12).snapshot().doubtful()).isFalse();
        assertThat(other.changes()).isEmpty();
    }

    @Test
    void aFrameOfAStreamThatWasNotHeardWhenTheListWasAskedForIsNoRefutation() {
        ReconcilerScene other = new ReconcilerScene();
        other.told(transcode("a", 1));
        other.at(10).snapshot();
        other.hearsStream(2).at(11).told(transcode("a", 2)).changes();
        other.at(20).snapshot();
        other.at(22).snapshot();
        assertThat(other.changes()).containsExactly("ended a 2 UNKNOWN by NOT_LISTED");
    }

    @Test
    void anEndIsNoRefutation() {
        ReconcilerScene other = new ReconcilerScene();
        other.told(transcode("a", 1)).told(transcode("b", 1));
        other.at(10).snapshot(transcode("b", 1));
        other.at(11).toldEnded(transcode("a", 100)).changes();
        other.at(12).snapshot();
        other.at(14).snapshot();
        assertThat(other.changes()).containsExactly("ended b 1 UNKNOWN by NOT_LISTED");
    }

    @Test
    void noMoreTypesAreRememberedThanThereMayBe() {
        List<Activity> activities = IntStream.range(0, 65)
                .mapToObj(i -> activity("a" + i, "type" + i, OptionalDouble.of(1)))
                .toList();
        assertThat(endedThoughRefuted(activities)).containsExactly("ended a64 1 UNKNOWN by NOT_LISTED");
    }

    @Test
    void aTypeThatIsNoneForItsLengthIsNotRemembered() {
        assertThat(endedThoughRefuted(List.of(
                        activity("a", "x".repeat(511), OptionalDouble.of(1)),
                        activity("b", "x".repeat(512), OptionalDouble.of(1)))))
                .containsExactly("ended b 1 UNKNOWN by NOT_LISTED");
    }

    /** What ends by absence, though each is heard of after a list that left it out. */
    private static List<String> endedThoughRefuted(List<Activity> activities) {
        ReconcilerScene other = new ReconcilerScene();
        activities.forEach(other::told);
        other.at(10).snapshot();
        activities.forEach(other.at(11)::told);
        other.changes();
        other.at(20).snapshot();
        other.at(22).snapshot();
        return other.changes();
    }

    private static Activity transcode(String uuid, double progress) {
        return activity(uuid, "media.offline.transcode", OptionalDouble.of(progress));
    }
}

package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.activity;
import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilteredStoriesTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100);
    private final Told told = new Told();

    /** Matches what stands at 10 to 20. */
    private static boolean matches(Activity activity) {
        double progress = activity.progress().orElse(-1);
        return progress >= 10 && progress <= 20;
    }

    private void tell(ActivityChange... changes) {
        for (ActivityChange change : changes) {
            loop.push(change);
            callbacks.runAll();
        }
    }

    @Test
    void theStoryStartsAtTheMomentTheMatchBecomesKnownAndStaysIn() {
        loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        tell(started("a", 0), updated("a", 0, 5), updated("a", 5, 12), updated("a", 12, 50), ended("a", 100));
        assertThat(told.lines()).containsExactly("started a12", "progress a12 to a50", "ended a100");
    }

    @Test
    void whatMatchesFromTheStartIsToldFromTheStart() {
        loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        tell(started("a", 10), updated("a", 10, 50));
        assertThat(told.lines()).containsExactly("started a10", "progress a10 to a50");
    }

    @Test
    void whatMatchesByItsLastStateIsToldAsAWholeStory() {
        loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        tell(started("a", 0), ended("a", 15), started("b", 10));
        assertThat(told.lines()).containsExactly("started a15", "ended a15", "started b10");
    }

    @Test
    void ofWhatNeverMatchesNothingIsTold() {
        loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        tell(started("a", 0), updated("a", 0, 5), ended("a", 100));
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void aFilterIsNotAskedAgainOnceItMatched() {
        List<Activity> asked = new ArrayList<>();
        ActivityFilter filter = activity -> asked.add(activity) && matches(activity);
        loop.listen(filter, told, LoopInHand.NOTHING);
        tell(started("a", 0), updated("a", 0, 10), updated("a", 10, 11), ended("a", 12));
        assertThat(asked).extracting(Told::shown).containsExactly("a0", "a10");
    }

    @Test
    void aFilterRunsOnTheCallbackExecutor() {
        List<Activity> asked = new ArrayList<>();
        loop.listen(asked::add, told, LoopInHand.NOTHING);
        loop.push(started("a", 0));
        assertThat(asked).isEmpty();
        callbacks.runAll();
        assertThat(asked).hasSize(1);
    }

    @Test
    void thePresentIsFilteredToo() {
        Present present = new Present(Optional.empty(), List.of(activity("a", 0), activity("b", 15)), Optional.empty());
        loop.listen(FilteredStoriesTest::matches, told, present);
        tell(updated("a", 0, 20));
        assertThat(told.lines()).containsExactly("started b15", "started a20");
    }

    @Test
    void theEndIsToldEvenIfTheStartThatCameWithItThrew() {
        loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        told.during(line -> {
            throw new IllegalStateException("on purpose");
        });
        tell(started("a", 0), ended("a", 15));
        assertThat(told.lines()).containsExactly("started a15", "ended a15");
    }

    @Test
    void aListenerRemovedInTheStartThatCameWithTheEndIsNotToldTheEnd() {
        Mailbox mailbox = loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        told.during(line -> mailbox.close());
        tell(started("a", 0), ended("a", 15));
        assertThat(told.lines()).containsExactly("started a15");
    }

    @Test
    void activitiesOfOneListenerAreChosenEachByItself() {
        loop.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        loop.push(started("a", 0), started("b", 15), updated("a", 0, 3), ended("b", 100), ended("a", 4));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started b15", "ended b100");
    }

    @Test
    void storiesMatchedByTheirLastStateCountAsOneEndingEach() {
        LoopInHand narrow = new LoopInHand(callbacks, 2);
        narrow.listen(FilteredStoriesTest::matches, told, LoopInHand.NOTHING);
        for (String uuid : List.of("a", "b", "c")) {
            narrow.push(started(uuid, 15), ended(uuid, 15));
            callbacks.runAll();
            narrow.push(started(uuid + "-", 0), ended(uuid + "-", 15));
            callbacks.runAll();
        }
        told.lines();
        narrow.push(
                started("d", 15), ended("d", 15), started("e", 15), ended("e", 15), started("f", 15), ended("f", 15));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started e15", "ended e15", "started f15", "ended f15");
    }

    @Test
    void aListenerRemovedWhileItsFilterPondersIsToldNothing() {
        List<Mailbox> own = new ArrayList<>();
        ActivityFilter filter = activity -> {
            own.get(0).close();
            return true;
        };
        own.add(loop.listen(filter, told, LoopInHand.NOTHING));
        tell(started("a", 0));
        assertThat(told.lines()).isEmpty();
    }
}

package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.activity;
import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who takes up where another left off knows what lives, and is told how it goes on. */
class ResumedStoriesTest {

    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100);
    private final Told told = new Told();

    private Mailbox resume(ActivityFilter filter, Activity... living) {
        Mailbox mailbox = loop.dispatcher().mailbox(filter, told);
        loop.inside(() -> loop.dispatcher().resume(mailbox, List.of(living)));
        return mailbox;
    }

    private static boolean isOverTen(Activity activity) {
        return activity.progress().orElse(-1) > 10;
    }

    @Test
    void aStoryGoesOnWithoutAStart() {
        resume(ActivityFilter.any(), activity("a", 10), activity("b", 20));
        callbacks.runAll();
        assertThat(told.lines()).isEmpty();
        loop.push(updated("a", 10, 30), ended("b", 20), ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("progress a10 to a30", "ended b20", "ended a100");
    }

    @Test
    void itGoesOnEvenIfAllComesBeforeTheFirstTurn() {
        resume(ActivityFilter.any(), activity("a", 10));
        loop.push(updated("a", 10, 30), updated("a", 30, 40), ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("progress a10 to a40", "ended a100");
    }

    @Test
    void whatAFilterChoosesAsItIsResumedGoesOn() {
        resume(ResumedStoriesTest::isOverTen, activity("a", 50));
        loop.push(updated("a", 50, 5), ended("a", 5));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("progress a50 to a5", "ended a5");
    }

    @Test
    void whatAFilterDoesNotChooseStartsWhenItDoes() {
        resume(ResumedStoriesTest::isOverTen, activity("a", 5), activity("b", 5));
        loop.push(updated("a", 5, 50), ended("a", 50), ended("b", 5));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a50", "ended a50");
    }

    @Test
    void theFilterIsAskedOnTheCallbackExecutorOnceForEach() {
        List<Activity> asked = new ArrayList<>();
        resume(asked::add, activity("a", 5));
        assertThat(asked).isEmpty();
        loop.push(updated("a", 5, 50), ended("a", 50));
        callbacks.runAll();
        assertThat(asked).extracting(Told::shown).containsExactly("a5");
    }

    @Test
    void aFilterThatThrowsDoesNotChooseAndIsCounted() {
        resume(
                activity -> {
                    throw new IllegalStateException("on purpose");
                },
                activity("a", 5));
        callbacks.runAll();
        assertThat(loop.counters().of(Counter.LISTENER_ERRORS)).isOne();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void aSubscriberNeedNotAskForWhatItIsNotTold() {
        Signals subscriber = new Signals();
        List<Activity> living = List.of(activity("a", 5), activity("b", 5));
        loop.dispatcher()
                .publisher(
                        ActivityFilter.any(),
                        mailbox -> loop.inside(() -> loop.dispatcher().resume(mailbox, living)))
                .subscribe(subscriber);
        loop.push(updated("b", 5, 50));
        callbacks.runAll();
        subscriber.subscription().request(1);
        callbacks.runAll();
        assertThat(subscriber.lines).containsExactly("subscribed", "updated b50");
    }

    @Test
    void whoIsRemovedMeanwhileIsAskedNothing() {
        List<Activity> asked = new ArrayList<>();
        resume(asked::add, activity("a", 5)).close();
        callbacks.runAll();
        assertThat(asked).isEmpty();
    }
}

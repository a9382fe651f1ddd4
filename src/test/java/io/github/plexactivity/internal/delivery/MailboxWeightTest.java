package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ActivityFilter;
import org.junit.jupiter.api.Test;

/** What waits for a listener is bounded by what it holds, and not by its number alone. */
class MailboxWeightTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 1_000);
    private final Told told = new Told();

    @Test
    void aListenerBlockedForEverHoldsNoMoreThanTheirWeightOfHeavyEndings() {
        loop.listen(told);
        for (int i = 0; i < 40; i++) {
            loop.push(started("u" + i + "-", 0), Changes.heavilyEnded("u" + i + "-"));
        }
        callbacks.runAll();
        assertThat(told.lines()).hasSize(2 * 15).startsWith("started u25-0", "ended u25-100");
        assertThat(loop.counters().of(Counter.DROPPED_STORIES)).isEqualTo(25);
    }

    @Test
    void whatWaitsOfAStoryWeighsWhereverItWasHeavy() {
        loop.listen(told);
        for (int i = 0; i < 20; i++) {
            loop.push(Changes.heavilyStarted("s" + i + "-"), ended("s" + i + "-", 100));
        }
        for (int i = 0; i < 20; i++) {
            String uuid = "u" + i + "-";
            loop.push(started(uuid, 0), Changes.heavilyUpdated(uuid), ended(uuid, 100));
        }
        callbacks.runAll();
        assertThat(told.lines()).hasSize(3 * 15).startsWith("started u5-0");
        assertThat(loop.counters().of(Counter.DROPPED_STORIES)).isEqualTo(25);
    }

    @Test
    void updatesTakenTogetherWeighTogether() {
        loop.listen(told);
        for (int i = 0; i < 20; i++) {
            String uuid = "u" + i + "-";
            loop.push(started(uuid, 0), updated(uuid, 0, 1), Changes.heavilyUpdated(uuid), ended(uuid, 100));
        }
        callbacks.runAll();
        assertThat(loop.counters().of(Counter.DROPPED_STORIES)).isEqualTo(5);
    }

    @Test
    void heavyEndingsThatWereToldLeaveTheirRoomToOthers() {
        ActivityFilter byItsEnd = activity -> !activity.title().equals("Scanning Films");
        loop.listen(byItsEnd, told, LoopInHand.NOTHING);
        for (int i = 0; i < 40; i++) {
            loop.push(started("u" + i, 0), Changes.heavilyEnded("u" + i));
            callbacks.runAll();
        }
        assertThat(told.lines()).hasSize(80);
        assertThat(loop.counters().of(Counter.DROPPED_STORIES)).isZero();
    }
}

package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ActivityListener;
import org.junit.jupiter.api.Test;

/** How late listeners are told, and how much waits for them. */
class LatenessTest {

    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 3);

    private long count(Counter counter) {
        return loop.counters().of(counter);
    }

    @Test
    void theTimeFromTheEventToTheCallbackIsMeasured() {
        loop.listen(new ActivityListener() {});
        loop.push(started("a", 0));
        loop.pass(7);
        callbacks.runAll();
        loop.pass(100);
        loop.push(updated("a", 0, 1));
        loop.pass(4);
        callbacks.runAll();
        assertThat(count(Counter.TIMED_CALLBACKS)).isEqualTo(2);
        assertThat(count(Counter.CALLBACK_NANOS)).isEqualTo(7 + 4);
    }

    @Test
    void ofThoseThatWaitTogetherOneIsFollowedUntilItIsTold() {
        loop.listen(new Told().during(line -> loop.pass(10)));
        loop.push(started("a", 0));
        loop.pass(1);
        loop.push(started("b", 0), started("c", 0));
        callbacks.runAll();
        assertThat(count(Counter.TIMED_CALLBACKS)).isOne();
        assertThat(count(Counter.CALLBACK_NANOS)).isEqualTo(1);
        loop.push(updated("a", 0, 1), updated("b", 0, 1));
        callbacks.runAll();
        assertThat(count(Counter.TIMED_CALLBACKS)).isEqualTo(2);
    }

    @Test
    void whatIsDroppedIsNotWaitedFor() {
        loop.listen(new ActivityListener() {});
        for (String uuid : new String[] {"a", "b", "c", "d", "e"}) {
            loop.push(started(uuid, 0), ended(uuid, 100));
        }
        assertThat(count(Counter.DROPPED_STORIES)).isEqualTo(2);
        assertThat(loop.dispatcher().furthestBehind()).isEqualTo(6);
        loop.pass(5);
        callbacks.runAll();
        assertThat(count(Counter.CALLBACK_NANOS)).isEqualTo(5);
        assertThat(loop.dispatcher().furthestBehind()).isZero();
    }

    @Test
    void theListenerFurthestBehindIsTheOneThatIsTold() {
        assertThat(loop.dispatcher().furthestBehind()).isZero();
        loop.listen(new ActivityListener() {});
        loop.push(started("a", 0));
        loop.listen(new ActivityListener() {});
        loop.push(started("b", 0), updated("b", 0, 1), updated("b", 1, 2));
        assertThat(loop.dispatcher().furthestBehind()).isEqualTo(3);
    }
}

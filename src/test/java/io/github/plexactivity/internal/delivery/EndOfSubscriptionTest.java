package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ActivityFilter;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EndOfSubscriptionTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100);
    private final Signals reader = new Signals();

    private void subscribe() {
        loop.subscribe(ActivityFilter.any(), reader, LoopInHand.NOTHING);
    }

    private List<String> signals() {
        callbacks.runAll();
        List<String> copy = List.copyOf(reader.lines);
        reader.lines.clear();
        return copy;
    }

    @Test
    void aRequestThatIsNotPositiveEndsTheSubscriptionWithAnError() {
        for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
            subscribe();
            loop.push(started("a", 0));
            callbacks.runAll();
            reader.subscription().request(n);
            reader.subscription().request(5);
            loop.push(ended("a", 100));
            assertThat(signals()).as("request(%d)", n).containsExactly("subscribed", "error IllegalArgumentException");
        }
    }

    @Test
    void afterCancelNothingIsToldAndRequestsDoNothing() {
        subscribe();
        callbacks.runAll();
        loop.push(started("a", 0));
        reader.subscription().cancel();
        reader.subscription().cancel();
        reader.subscription().request(5);
        reader.subscription().request(-5);
        loop.push(ended("a", 100));
        loop.close();
        assertThat(signals()).containsExactly("subscribed");
    }

    @Test
    void aSubscriberMayCancelInsideASignal() {
        subscribe();
        reader.during = line -> {
            reader.subscription().request(5);
            if (line.startsWith("started")) {
                reader.subscription().cancel();
            }
        };
        loop.push(started("a", 0), started("b", 0));
        assertThat(signals()).containsExactly("subscribed", "started a0");
    }

    @Test
    void closingCompletesEvenWithoutDemand() {
        subscribe();
        callbacks.runAll();
        loop.push(started("a", 0));
        loop.close();
        assertThat(signals()).containsExactly("subscribed", "complete");
    }

    @Test
    void aSubscriptionComesBeforeCompletionEvenIfTheMonitorClosedAtOnce() {
        subscribe();
        loop.close();
        assertThat(signals()).containsExactly("subscribed", "complete");
    }

    @Test
    void aSubscriberOfAClosedMonitorIsSubscribedAndCompleted() {
        loop.close();
        subscribe();
        assertThat(signals()).containsExactly("subscribed", "complete");
    }

    @Test
    void aSubscriberThatCancelsAsItIsSubscribedIsNotCompleted() {
        reader.during = line -> reader.subscription().cancel();
        loop.close();
        subscribe();
        assertThat(signals()).containsExactly("subscribed");
    }

    @Test
    void aSubscriberThatThrowsIsCancelledAndCounted() {
        subscribe();
        reader.during = line -> {
            reader.subscription().request(5);
            if (line.startsWith("started")) {
                throw new IllegalStateException("on purpose");
            }
        };
        loop.push(started("a", 0), ended("a", 100));
        callbacks.runAll();
        loop.close();
        assertThat(signals()).containsExactly("subscribed", "started a0");
        assertThat(loop.counters().of(Counter.LISTENER_ERRORS)).isEqualTo(1);
    }

    @Test
    void completionIsToldEvenWhereTheExecutorRefuses() {
        subscribe();
        callbacks.runAll();
        CountDownLatch completed = new CountDownLatch(1);
        reader.during = line -> completed.countDown();
        callbacks.refuse(true);
        loop.close();
        Awaitility.await().until(() -> completed.getCount() == 0);
    }

    @Test
    void completionIsToldEvenWhereTheExecutorRefusedTheTurnBeforeIt() {
        subscribe();
        callbacks.runAll();
        reader.subscription().request(1);
        CountDownLatch completed = new CountDownLatch(1);
        reader.during = line -> completed.countDown();
        callbacks.refuse(true);
        loop.inside(() -> {
            loop.dispatcher().push(List.of(started("a", 0)));
            loop.dispatcher().close();
        });
        Awaitility.await().until(() -> completed.getCount() == 0);
    }

    @Test
    void anErrorIsNotReplacedByCompletion() {
        subscribe();
        callbacks.runAll();
        reader.subscription().request(-1);
        loop.close();
        assertThat(signals()).containsExactly("subscribed", "error IllegalArgumentException");
    }

    @Test
    void aSubscriberToldItsEndIsHeldNoLonger() {
        WeakReference<Signals> subscriber = subscribeAndFail();
        Awaitility.await().until(() -> {
            System.gc();
            return subscriber.get() == null;
        });
        loop.push(started("a", 0));
        assertThat(callbacks.isIdle()).isTrue();
    }

    private WeakReference<Signals> subscribeAndFail() {
        Signals other = new Signals();
        loop.subscribe(ActivityFilter.any(), other, LoopInHand.NOTHING);
        callbacks.runAll();
        other.subscription().request(-1);
        callbacks.runAll();
        return new WeakReference<>(other);
    }
}

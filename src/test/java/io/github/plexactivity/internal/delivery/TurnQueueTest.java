package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ActivityFilter;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One listener behind the mailboxes of two monitors. */
@Timeout(60)
class TurnQueueTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final Executor elsewhere = task -> {
        throw new AssertionError("the listener has an executor of its own");
    };
    private final LoopInHand attic = new LoopInHand(elsewhere, 100_000);
    private final LoopInHand cellar = new LoopInHand(elsewhere, 100_000);
    private final Told told = new Told();

    private void listenAtBoth(Executor executor) {
        TurnQueue turns = new TurnQueue(executor);
        attic.listen(told, turns);
        cellar.listen(told, turns);
    }

    private static void pushStarts(LoopInHand loop, String prefix, int count) {
        IntStream.range(0, count).forEach(i -> loop.push(started(prefix + i + "-", 0)));
    }

    @Test
    void aFloodAtOneMonitorHoldsUpAnotherByItsTurnAndNotByItsLength() {
        listenAtBoth(callbacks);
        pushStarts(attic, "attic", 10_000);
        cellar.push(started("cellar", 0));
        callbacks.runAll();
        List<String> lines = told.lines();
        assertThat(lines).hasSize(10_001);
        assertThat(lines.indexOf("started cellar0")).isEqualTo(64);
    }

    @Test
    void theyShareOneThreadHoweverMuchBothHaveToTell() {
        listenAtBoth(callbacks);
        pushStarts(attic, "attic", 10);
        pushStarts(cellar, "cellar", 10);
        assertThat(callbacks.taken()).isOne();
        callbacks.runAll();
        assertThat(callbacks.taken()).isOne();
        assertThat(told.lines()).hasSize(20);
    }

    @Test
    void aThreadIsGivenBackAfterSixteenTurnsSoThatOthersHaveItToo() {
        listenAtBoth(callbacks);
        pushStarts(attic, "attic", 17 * 64);
        callbacks.runOne();
        assertThat(told.lines()).hasSize(16 * 64);
        assertThat(callbacks.isIdle()).isFalse();
        callbacks.runOne();
        assertThat(told.lines()).hasSize(64);
        assertThat(callbacks.isIdle()).isTrue();
    }

    @Test
    void noTwoThreadsEverCallTheListenerAtOnce() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlapping = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4_000);
        told.during(line -> {
            overlapping.addAndGet(inside.getAndIncrement());
            Thread.onSpinWait();
            inside.decrementAndGet();
            all.countDown();
        });
        listenAtBoth(pool);
        try {
            pool.execute(() -> pushStarts(attic, "attic", 2_000));
            pool.execute(() -> pushStarts(cellar, "cellar", 2_000));
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            pool.shutdownNow();
        }
        assertThat(overlapping).hasValue(0);
    }

    @Test
    void whatIsRefusedIsCountedAndAskedForAgainByWhoeverHasSomethingToTellNext() {
        listenAtBoth(callbacks);
        callbacks.refuse(true);
        attic.push(started("a", 0));
        cellar.push(started("c", 0));
        assertThat(attic.counters().of(Counter.EXECUTOR_REFUSALS)).isOne();
        assertThat(cellar.counters().of(Counter.EXECUTOR_REFUSALS)).isOne();
        callbacks.refuse(false);
        attic.push(ended("a", 100));
        cellar.push(ended("c", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0", "ended a100", "started c0", "ended c100");
    }

    @Test
    void whoComesToWaitWhileAThreadIsRefusedAsksForItselfLater() {
        boolean[] full = {true};
        listenAtBoth(task -> {
            if (full[0]) {
                full[0] = false;
                cellar.push(started("c", 0));
                throw new RejectedExecutionException("full");
            }
            callbacks.execute(task);
        });
        attic.push(started("a", 0));
        cellar.push(ended("c", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started c0", "ended c100");
    }

    @Test
    void anExecutorThatTakesATaskAndThrowsDoesNotMakeCallbacksOverlap() {
        List<String> overlapping = new ArrayList<>();
        boolean[] busy = new boolean[1];
        told.during(line -> {
            if (busy[0]) {
                overlapping.add(line);
            }
            busy[0] = true;
            callbacks.runAll();
            busy[0] = false;
        });
        boolean[] refuses = {true};
        listenAtBoth(task -> {
            callbacks.execute(task);
            if (refuses[0]) {
                refuses[0] = false;
                throw new RejectedExecutionException("taken all the same");
            }
        });
        attic.push(started("a", 0));
        attic.push(started("c", 0));
        cellar.push(started("b", 0));
        assertThat(callbacks.taken()).isEqualTo(2);
        callbacks.runAll();
        assertThat(overlapping).isEmpty();
        assertThat(told.lines()).containsExactly("started a0", "started c0", "started b0");
    }

    @Test
    void anExecutorThatRunsOnTheSpotIsNotLetInDeeperAndDeeper() {
        List<Integer> depths = new ArrayList<>();
        told.during(line -> depths.add(new Throwable().getStackTrace().length));
        listenAtBoth(Runnable::run);
        attic.inside(() ->
                IntStream.range(0, 5_000).forEach(i -> attic.dispatcher().push(List.of(started("u" + i + "-", 0)))));
        assertThat(depths).hasSize(5_000);
        assertThat(depths.get(4_999)).isEqualTo(depths.get(0));
    }

    @Test
    void aCallbackThatLeavesItsThreadInterruptedGivesItBackToItsOwner() {
        told.during(line -> Thread.currentThread().interrupt());
        listenAtBoth(callbacks);
        attic.push(started("a", 0));
        cellar.push(started("b", 0));
        callbacks.runOne();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.lines()).containsExactly("started a0");
        callbacks.runOne();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.lines()).containsExactly("started b0");
    }

    @Test
    void aMailboxThatIsClosedBeforeItIsAddedIsToldNothingAndNotKept() {
        WeakReference<Mailbox> kept = addedAfterItsEnd();
        attic.push(started("a", 0));
        callbacks.runAll();
        assertThat(told.lines()).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return kept.get() == null;
        });
    }

    private WeakReference<Mailbox> addedAfterItsEnd() {
        Mailbox mailbox = attic.dispatcher().mailbox(ActivityFilter.any(), told, callbacks, Told.class);
        mailbox.close();
        attic.inside(() -> attic.dispatcher().add(mailbox, LoopInHand.NOTHING));
        return new WeakReference<>(mailbox);
    }
}

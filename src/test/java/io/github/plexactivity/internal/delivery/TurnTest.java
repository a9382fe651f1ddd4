package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100_000);
    private final Told told = new Told();
    private final List<String> overlapping = new ArrayList<>();
    private boolean busy;

    /** Does something during a callback, and writes down the callbacks that begin meanwhile. */
    private Consumer<String> busyWith(Runnable action) {
        return line -> {
            if (busy) {
                overlapping.add(line);
                return;
            }
            busy = true;
            action.run();
            busy = false;
        };
    }

    private void pushStarts(int count) {
        IntStream.range(0, count).forEach(i -> loop.push(started("u" + i + "-", 0)));
    }

    @Test
    void aThreadIsAskedForOncePerBatch() {
        loop.listen(told);
        pushStarts(10);
        assertThat(callbacks.taken()).isEqualTo(1);
        callbacks.runAll();
        assertThat(callbacks.taken()).isEqualTo(1);
        loop.push(started("b", 0));
        assertThat(callbacks.taken()).isEqualTo(2);
    }

    @Test
    void aRunningTurnIsNotAskedForAgain() {
        loop.listen(told.during(line -> {
            if (line.equals("started a0")) {
                loop.push(updated("a", 0, 1));
            }
        }));
        loop.push(started("a", 0));
        callbacks.runAll();
        assertThat(callbacks.taken()).isEqualTo(1);
        assertThat(told.lines()).containsExactly("started a0", "progress a0 to a1");
    }

    @Test
    void aThreadIsGivenBackAfterSixtyFourLettersSoThatOthersHaveTheirTurn() {
        Told other = new Told();
        loop.listen(told);
        loop.listen(other);
        pushStarts(130);
        callbacks.runOne();
        assertThat(told.lines()).hasSize(64);
        callbacks.runOne();
        assertThat(other.lines()).hasSize(64);
        callbacks.runAll();
        assertThat(told.lines()).hasSize(66);
        assertThat(other.lines()).hasSize(66);
    }

    @Test
    void whereThereIsAThreadForEachTaskATurnEndsWithTheLetters() {
        LoopInHand ample = new LoopInHand((AmpleExecutor) callbacks::execute, 100_000);
        ample.listen(told);
        IntStream.range(0, 130).forEach(i -> ample.push(started("u" + i + "-", 0)));
        callbacks.runAll();
        assertThat(told.lines()).hasSize(130);
        assertThat(callbacks.taken()).isEqualTo(1);
    }

    @Test
    void aTurnThatToldAllDoesNotAskForAnother() {
        loop.listen(told);
        pushStarts(64);
        callbacks.runOne();
        assertThat(callbacks.isIdle()).isTrue();
    }

    @Test
    void whatIsRefusedStaysAndIsToldAfterTheNextPush() {
        loop.listen(told);
        callbacks.refuse(true);
        loop.push(started("a", 0), updated("a", 0, 1));
        loop.push(updated("a", 1, 2));
        assertThat(loop.counters().of(Counter.EXECUTOR_REFUSALS)).isEqualTo(2);
        callbacks.refuse(false);
        loop.push(ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0", "progress a0 to a2", "ended a100");
    }

    @Test
    void aTurnThatGetsNoSuccessorGoesOnItself() {
        loop.listen(told);
        pushStarts(1000);
        callbacks.refuse(true);
        callbacks.runAll();
        assertThat(told.lines()).hasSize(1000);
    }

    @Test
    void anExecutorThatRunsOnTheSpotIsNotLetInDeeperAndDeeper() {
        List<Integer> depths = new ArrayList<>();
        LoopInHand direct = new LoopInHand(Runnable::run, 100_000);
        direct.listen(told.during(line -> depths.add(new Throwable().getStackTrace().length)));
        direct.inside(() ->
                IntStream.range(0, 1000).forEach(i -> direct.dispatcher().push(List.of(started("u" + i + "-", 0)))));
        assertThat(depths).hasSize(1000);
        assertThat(depths.get(999)).isEqualTo(depths.get(0));
    }

    @Test
    void anExecutorThatTakesATaskAndThrowsDoesNotMakeCallbacksOverlap() {
        LoopInHand broken = new LoopInHand(
                task -> {
                    callbacks.execute(task);
                    throw new RejectedExecutionException("taken all the same");
                },
                100);
        broken.listen(told.during(busyWith(callbacks::runAll)));
        broken.push(started("a", 0));
        broken.push(started("b", 0));
        broken.push(started("c", 0));
        callbacks.runAll();
        assertThat(overlapping).isEmpty();
    }

    @Test
    void anExecutorThatRunsATaskTwiceDoesNotMakeCallbacksOverlap() {
        List<Runnable> tasks = new ArrayList<>();
        LoopInHand twice = new LoopInHand(tasks::add, 100);
        twice.listen(told.during(busyWith(() -> List.copyOf(tasks).forEach(Runnable::run))));
        twice.push(started("a", 0), started("b", 0));
        tasks.get(0).run();
        twice.push(started("c", 0), started("d", 0));
        tasks.get(1).run();
        assertThat(tasks).hasSize(2);
        assertThat(overlapping).isEmpty();
    }

    @Test
    void anExecutorThatThrowsWhileItsThreadIsAtWorkIsNotAskedAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch thrown = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        LoopInHand broken = new LoopInHand(
                task -> {
                    threads.add(new Thread(task));
                    threads.get(threads.size() - 1).start();
                    awaited(begun);
                    throw new RejectedExecutionException("at work all the same");
                },
                100);
        broken.listen(new Told().during(line -> {
            begun.countDown();
            awaited(thrown);
        }));
        broken.push(started("a", 0));
        broken.push(started("b", 0));
        thrown.countDown();
        threads.get(0).join(30_000);
        assertThat(threads).hasSize(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aCallbackThatLeavesItsThreadInterruptedGivesItBackToItsOwner() {
        loop.listen(told.during(line -> Thread.currentThread().interrupt()));
        loop.push(started("a", 0), started("b", 0));
        callbacks.runOne();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.lines()).containsExactly("started a0");
        callbacks.runOne();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.lines()).containsExactly("started b0");
    }

    @Test
    void theCompletionOfAFutureRunsOnTheCallbackExecutor() {
        List<String> done = new ArrayList<>();
        loop.dispatcher().execute(() -> done.add("done"));
        assertThat(done).isEmpty();
        callbacks.runAll();
        assertThat(done).containsExactly("done");
    }

    @Test
    void theCompletionOfAFutureSurvivesRefusal() {
        callbacks.refuse(true);
        CompletableFuture<String> future = new CompletableFuture<>();
        loop.dispatcher().execute(() -> future.complete("done"));
        assertThat(future.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("done");
        assertThat(loop.counters().of(Counter.EXECUTOR_REFUSALS)).isEqualTo(1);
    }
}

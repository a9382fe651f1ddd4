package io.github.plexactivity.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop that threads hold in turn. */
@Timeout(60)
class SystemLoopTest {

    private static final int ACTIONS = 100_000;

    private final SystemLoop loop = new SystemLoop(Runnable::run);

    @Test
    void whatATaskBringsFromInsideRunsRightAfterIt() {
        List<String> done = new ArrayList<>();
        loop.run(() -> {
            loop.run(() -> done.add("inner"));
            done.add("outer");
        });
        assertThat(done).containsExactly("outer", "inner");
    }

    @Test
    void whatIsToBeDoneAfterwardsIsDoneOnceWhoeverElseJustLeaves() throws Exception {
        AtomicIntegerArray done = new AtomicIntegerArray(ACTIONS);
        CompletableFuture<Void> acting = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < ACTIONS; i++) {
                int action = i;
                loop.run(() -> loop.afterwards(() -> done.incrementAndGet(action)));
            }
        });
        CompletableFuture<Void> passing = CompletableFuture.runAsync(() -> {
            while (!acting.isDone()) {
                loop.run(() -> {});
            }
        });
        acting.get(30, TimeUnit.SECONDS);
        passing.get(30, TimeUnit.SECONDS);
        assertThat(IntStream.range(0, ACTIONS).map(done::get)).containsOnly(1);
    }

    @Test
    void aTaskWhoseTimeComesWhileThereIsNoThreadIsRunOnceThereIsOne() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SystemLoop starved = new SystemLoop(task -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        });
        CompletableFuture<Void> done = new CompletableFuture<>();
        starved.after(0, () -> done.complete(null));
        done.get(30, TimeUnit.SECONDS);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aTaskThatIsCancelledBetweenItsTimeAndItsTurnIsNotRun() throws Exception {
        CompletableFuture<Runnable> due = new CompletableFuture<>();
        List<String> done = new ArrayList<>();
        EventLoop.Timer timer = new SystemLoop(due::complete).after(0, () -> done.add("late"));
        Runnable turn = due.get(30, TimeUnit.SECONDS);
        timer.cancel();
        turn.run();
        assertThat(done).isEmpty();
    }
}

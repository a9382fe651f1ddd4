package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordingListenerTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Activity BEGUN = Jobs.begin("media.download", "Loading", true);
    private static final Activity HALF = Jobs.at(BEGUN, OptionalDouble.of(50));
    private static final Ending END = new Ending(HALF, Outcome.CANCELLED, Evidence.FINAL_PROGRESS, Instant.EPOCH);

    private final RecordingListener listener = new RecordingListener();

    @Test
    void aWholeStoryIsKeptInOrder() {
        listener.onSynchronized(Map.of());
        listener.onStarted(BEGUN);
        assertThat(listener.running()).containsExactly(BEGUN.uuid());
        listener.onProgress(BEGUN, HALF);
        listener.onEnded(END);

        assertThat(listener.ledger()).hasSize(4).first().isInstanceOf(RecordingListener.Synchronized.class);
        assertThat(listener.story(BEGUN.uuid())).isEqualTo(listener.changes()).hasSize(3);
        assertThat(listener.story("other")).isEmpty();
        assertThat(listener.ending(BEGUN.uuid())).contains(END);
        assertThat(listener.running()).isEmpty();
        assertThat(listener.synchronizations()).isEqualTo(1);
        assertThatCode(listener::verify).doesNotThrowAnyException();
    }

    @Test
    void aStoryBeginsWithAStart() {
        listener.onProgress(BEGUN, HALF);
        assertThatThrownBy(listener::verify).isInstanceOf(AssertionError.class);
    }

    @Test
    void aStoryStartsOnce() {
        listener.onStarted(BEGUN);
        listener.onStarted(BEGUN);
        assertThatThrownBy(listener::verify).isInstanceOf(AssertionError.class);
    }

    @Test
    void aStoryEndsOnceAndForGood() {
        listener.onStarted(BEGUN);
        listener.onEnded(END);
        listener.onEnded(END);
        assertThatThrownBy(listener::verify).hasMessageStartingWith("the story breaks at 3");
    }

    @Test
    void anUpdateFollowsOnWhatWasToldLast() {
        listener.onStarted(BEGUN);
        listener.onProgress(HALF, BEGUN);
        assertThatThrownBy(listener::verify).hasMessageStartingWith("the story breaks at 2");
    }

    @Test
    void anEndIsAwaitedAcrossThreads() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Thread teller = new Thread(() -> {
            try {
                waiting.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            listener.onEnded(END);
        });
        teller.start();
        waiting.countDown();

        assertThat(listener.awaitEnd(BEGUN.uuid(), BOUND)).isEqualTo(END);
        teller.join();
    }

    @Test
    void whatIsNotToldInTimeIsAnError() {
        assertThatThrownBy(() -> listener.awaitEnd("a1", Duration.ZERO)).isInstanceOf(AssertionError.class);
    }
}

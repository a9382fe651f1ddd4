package io.github.plexactivity.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.runtime.Outside;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.internal.runtime.Tokens;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.internal.transport.NotificationStream.Receiver;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Half a minute of ten thousand notifications a second, for a listener that is not nearly as fast. */
class BurstTest {

    private static final int UPDATES = 300_000;
    private static final int A_SECOND = 10_000;
    private static final int FOR_EACH_JOB = 100;
    private static final long MOST_GROWTH = 8L << 20;

    private final VirtualTime time = new VirtualTime();
    private final VirtualExecutor executor = new VirtualExecutor(time, new Dice(1), VirtualExecutor.Pace.PROMPT);
    private final Counted listener = new Counted();
    private @Nullable Receiver receiver;
    private final Engine engine = new Engine(
            new Settings(
                    "simulated",
                    new Plan(
                            List.of(Transport.EVENT_SOURCE),
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(60)),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(35),
                    10_000),
            new Outside(
                    new VirtualLoop(time, new Ledger(time, false)),
                    this::open,
                    new Unanswered(),
                    new Dice(2).generator()::nextDouble),
            Tokens.from(() -> "token"),
            executor);

    @Test
    void progressConflatesAndNoStartOrEndIsDroppedAndMemoryStaysFlat() {
        engine.listen(ActivityFilter.any(), listener);
        engine.start();
        pass(Duration.ofSeconds(1).toNanos());
        executor.pace(VirtualExecutor.Pace.SLOW);
        requireNonNull(receiver).opened();
        brings(0, UPDATES / 3);
        long before = used();
        brings(UPDATES / 3, UPDATES);
        long after = used();

        pass(Duration.ofMinutes(5).toNanos());
        assertThat(listener.starts).isEqualTo(UPDATES / FOR_EACH_JOB);
        assertThat(listener.ends).isEqualTo(UPDATES / FOR_EACH_JOB);
        assertThat(listener.updates).as("conflated").isLessThan(UPDATES / 10);
        assertThat(engine.count(Counter.FRAMES)).isEqualTo(UPDATES);
        assertThat(engine.count(Counter.DROPPED_STORIES)).isZero();
        assertThat(engine.activities()).isEmpty();
        assertThat(after - before).as("growth of the heap").isLessThan(MOST_GROWTH);
    }

    /** Jobs one after the other, each a start, updates and an end. */
    private void brings(int from, int to) {
        Receiver stream = requireNonNull(receiver);
        for (int i = from; i < to; i++) {
            int step = i % FOR_EACH_JOB;
            String event = step == 0 ? "started" : step == FOR_EACH_JOB - 1 ? "ended" : "updated";
            stream.heard();
            stream.frame(
                    "activity",
                    "{\"ActivityNotification\":{\"event\":\"" + event + "\",\"uuid\":\"" + i / FOR_EACH_JOB
                            + "\",\"Activity\":{\"type\":\"media.download\",\"title\":\"Download\",\"progress\":" + step
                            + "}}}");
            pass(1_000_000_000L / A_SECOND);
        }
    }

    private NotificationStream open(Transport transport, Receiver by) {
        receiver = by;
        return new Still();
    }

    private void pass(long nanos) {
        time.pass(nanos, () -> {});
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class Counted implements ActivityListener {
        private int starts;
        private int updates;
        private int ends;

        @Override
        public void onStarted(Activity activity) {
            starts++;
        }

        @Override
        public void onProgress(Activity previous, Activity current) {
            updates++;
        }

        @Override
        public void onEnded(Ending ending) {
            ends++;
        }
    }

    private record Still() implements NotificationStream {
        @Override
        public void ping() {}

        @Override
        public void close() {}
    }

    /** Requests that wait. */
    private record Unanswered() implements ActivitiesApi {
        @Override
        public CompletableFuture<Listing> list() {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<CancelResult> cancel(String uuid) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}

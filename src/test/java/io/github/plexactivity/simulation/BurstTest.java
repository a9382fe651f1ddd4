package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.transport.NotificationStream.Receiver;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Half a minute of ten thousand notifications a second, for a listener that is not nearly as fast. */
class BurstTest {

    private static final int UPDATES = 300_000;
    private static final int A_SECOND = 10_000;
    private static final int FOR_EACH_JOB = 100;
    private static final long MOST_GROWTH = 8L << 20;

    private final OneStream stream = new OneStream(Transport.EVENT_SOURCE, Duration.ofSeconds(10));
    private final Counted listener = new Counted();

    @Test
    void progressConflatesAndNoStartOrEndIsDroppedAndMemoryStaysFlat() {
        stream.engine().listen(ActivityFilter.any(), listener);
        stream.begin();
        stream.executor().pace(VirtualExecutor.Pace.SLOW);
        brings(0, UPDATES / 3);
        long before = used();
        brings(UPDATES / 3, UPDATES);
        long after = used();

        stream.pass(Duration.ofMinutes(5));
        assertThat(listener.starts).isEqualTo(UPDATES / FOR_EACH_JOB);
        assertThat(listener.ends).isEqualTo(UPDATES / FOR_EACH_JOB);
        assertThat(listener.updates).as("conflated").isLessThan(UPDATES / 10);
        assertThat(stream.engine().count(Counter.FRAMES)).isEqualTo(UPDATES);
        assertThat(stream.engine().count(Counter.DROPPED_STORIES)).isZero();
        assertThat(stream.engine().activities()).isEmpty();
        assertThat(after - before).as("growth of the heap").isLessThan(MOST_GROWTH);
    }

    /** Jobs one after the other, each a start, updates and an end. */
    private void brings(int from, int to) {
        Receiver reader = stream.receiver();
        for (int i = from; i < to; i++) {
            int step = i % FOR_EACH_JOB;
            String event = step == 0 ? "started" : step == FOR_EACH_JOB - 1 ? "ended" : "updated";
            reader.heard();
            reader.frame(
                    "activity",
                    "{\"ActivityNotification\":{\"event\":\"" + event + "\",\"uuid\":\"" + i / FOR_EACH_JOB
                            + "\",\"Activity\":{\"type\":\"media.download\",\"title\":\"Download\",\"progress\":" + step
                            + "}}}");
            reader.caughtUp();
            stream.pass(Duration.ofSeconds(1).dividedBy(A_SECOND));
        }
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
}

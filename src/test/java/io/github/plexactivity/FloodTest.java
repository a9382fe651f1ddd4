package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.soak.Vitals;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As much as ten thousand frames a second make in half a minute, and as fast as it goes. */
@Timeout(180)
class FloodTest {

    private static final int ROUNDS = 30;
    private static final int JOBS = 100;
    private static final int STEPS = 98;

    /** A listener that is far behind is owed the start and the end of each activity. */
    private static final long HEAP_MARGIN = 16 << 20;

    private final CountDownLatch connected = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();

    /** Counts, once it may. */
    private static final class Counting implements ActivityListener {
        private final CountDownLatch gate;
        private final AtomicInteger starts = new AtomicInteger();
        private final AtomicInteger updates = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();

        Counting(int closed) {
            this.gate = new CountDownLatch(closed);
        }

        @Override
        public void onStarted(Activity activity) {
            boolean interrupted = false;
            while (gate.getCount() > 0 && !interrupted) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            starts.incrementAndGet();
        }

        @Override
        public void onProgress(Activity previous, Activity current) {
            updates.incrementAndGet();
        }

        @Override
        public void onEnded(Ending ending) {
            ends.incrementAndGet();
        }
    }

    private void serve(RawServer.Connection connection) throws IOException, InterruptedException {
        if (connection.head().startsWith("GET /activities")) {
            String none = "{\"MediaContainer\":{\"size\":0}}";
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + none.length()
                    + "\r\nConnection: close\r\n\r\n" + none);
            return;
        }
        connection.send(RawServer.EVENT_STREAM + "event: ping\ndata: {}\n\n");
        connected.await();
        for (int round = 0; round < ROUNDS; round++) {
            connection.send(all("started", round, 0));
            for (int step = 1; step <= STEPS; step++) {
                connection.send(all("updated", round, step));
            }
            connection.send(all("ended", round, 100));
            sent.incrementAndGet();
        }
        connection.awaitHangUp();
    }

    private static String all(String verb, int round, int progress) {
        StringBuilder events = new StringBuilder();
        for (int job = 0; job < JOBS; job++) {
            String uuid = round + "-" + job;
            events.append("event: activity\ndata: {\"ActivityNotification\":{\"event\":\"")
                    .append(verb)
                    .append("\",\"uuid\":\"")
                    .append(uuid)
                    .append("\",\"Activity\":{\"uuid\":\"")
                    .append(uuid)
                    .append("\",\"type\":\"media.download\",\"title\":\"Download\",\"progress\":")
                    .append(progress)
                    .append("}}}\n\n");
        }
        return events.toString();
    }

    @Test
    void aFloodOfUpdatesIsConflatedForWhoLagsAndLosesNoEndAndNoMemory() throws Exception {
        Counting fast = new Counting(0);
        Counting slow = new Counting(1);
        try (RawServer server = RawServer.start(this::serve);
                ActivityMonitor monitor = Quick.monitor(server.uri())
                        .resyncEvery(Quick.NEVER)
                        .silenceTimeout(Quick.NEVER)
                        .build()) {
            monitor.listen(fast);
            monitor.listen(slow);
            join(monitor.start());
            connected.countDown();
            until(() -> sent.get() >= 2);
            long before = Vitals.now().heap();
            until(() -> sent.get() == ROUNDS);
            until(() -> fast.ends.get() == ROUNDS * JOBS);
            assertThat(Vitals.now().heap()).isLessThan(before + HEAP_MARGIN);
            assertThat(fast.starts).hasValue(ROUNDS * JOBS);
            assertThat(slow.ends).hasValue(0);

            slow.gate.countDown();
            until(() -> slow.ends.get() == ROUNDS * JOBS);
            assertThat(slow.starts).hasValue(ROUNDS * JOBS);
            assertThat(slow.updates.get()).as("conflated").isLessThanOrEqualTo(2 * ROUNDS * JOBS);
            assertThat(monitor.activities()).isEmpty();
            assertThat(monitor.statistics().reconnects()).isZero();
            assertThat(monitor.statistics().frames()).isEqualTo(1 + ROUNDS * JOBS * (STEPS + 2));
        }
    }
}

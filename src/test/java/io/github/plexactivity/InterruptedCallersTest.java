package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever is interrupted may call all the same, and is still interrupted afterwards. */
@Timeout(60)
class InterruptedCallersTest {

    @Test
    void everyMethodAnswersAndKeepsTheInterrupt() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server).build()) {
            Thread.currentThread().interrupt();
            monitor.listen(listener);
            CompletableFuture<Void> started = monitor.start();
            assertThat(Thread.interrupted()).isTrue();
            join(started);
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));

            Thread.currentThread().interrupt();
            CompletableFuture<CancelResult> cancelled =
                    monitor.track(job.uuid()).cancel();
            CompletableFuture<Void> resynchronized = monitor.resync();
            CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.any());
            assertThat(monitor.status().lastError()).isEmpty();
            monitor.listen(new RecordingListener()).close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(join(cancelled)).isEqualTo(CancelResult.ACCEPTED);
            join(resynchronized);
            assertThat(listener.awaitEnd(job.uuid(), SOON).outcome()).isEqualTo(Outcome.CANCELLED);
            String following = server.begin("media.download", "Next").uuid();
            assertThat(join(next).uuid()).isEqualTo(following);
            listener.verify();
        }
    }
}

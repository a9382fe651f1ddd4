package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes as a flow. */
@Timeout(60)
class ChangesTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();
    private final RecordingListener listener = new RecordingListener();

    /** Takes what it asks for. */
    private static final class Taking implements Flow.Subscriber<ActivityChange> {
        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        final List<ActivityChange> taken = new CopyOnWriteArrayList<>();
        final CompletableFuture<Void> completed = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(ActivityChange change) {
            taken.add(change);
        }

        @Override
        public void onError(Throwable error) {
            completed.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            completed.complete(null);
        }

        void take(int count) throws Exception {
            int enough = taken.size() + count;
            join(subscription).request(count);
            until(() -> taken.size() == enough);
        }
    }

    @BeforeEach
    void start() throws Exception {
        monitor.listen(listener);
        join(monitor.start());
    }

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    @Test
    void asMuchIsTakenAsWasAskedForAndProgressIsTakenTogether() throws Exception {
        Activity running = server.begin("media.download", "Runs already");
        listener.await(SOON, told -> told.running().contains(running.uuid()));
        Taking taking = new Taking();
        monitor.changes(ActivityFilter.any()).subscribe(taking);
        taking.take(1);
        assertThat(taking.taken.get(0)).isInstanceOf(ActivityChange.Started.class);

        for (int i = 1; i <= 50; i++) {
            server.advance(running.uuid(), i);
        }
        server.end(running.uuid());
        listener.awaitEnd(running.uuid(), SOON);
        taking.take(2);
        assertThat(taking.taken.get(1)).isInstanceOfSatisfying(ActivityChange.Updated.class, update -> {
            assertThat(update.previous().progress()).hasValue(0);
            assertThat(update.activity().progress()).hasValue(50);
        });
        assertThat(taking.taken.get(2)).isInstanceOf(ActivityChange.Ended.class);

        monitor.close();
        join(taking.completed);
        assertThat(taking.taken).hasSize(3);
    }

    @Test
    void aSubscriberThatAsksForNothingIsToldOfTheEndAllTheSame() throws Exception {
        Taking taking = new Taking();
        monitor.changes(ActivityFilter.any()).subscribe(taking);
        server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().size() == 1);
        monitor.close();
        join(taking.completed);
        assertThat(taking.taken).isEmpty();
    }

    @Test
    void aCancelledSubscriptionIsToldNothingMore() throws Exception {
        Taking taking = new Taking();
        monitor.changes(ActivityFilter.type("media.*")).subscribe(taking);
        join(taking.subscription).request(Long.MAX_VALUE);
        Activity job = server.begin("media.download", "Download");
        until(() -> taking.taken.size() == 1);
        join(taking.subscription).cancel();
        server.end(job.uuid());
        listener.awaitEnd(job.uuid(), SOON);
        monitor.close();
        assertThat(taking.taken).hasSize(1);
        assertThat(taking.completed).isNotDone();
    }

    @Test
    void whoSubscribesAfterTheEndIsToldSo() throws Exception {
        monitor.close();
        Taking taking = new Taking();
        monitor.changes(ActivityFilter.any()).subscribe(taking);
        join(taking.completed);
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners that behave as listeners do. */
@Timeout(60)
class ListenersTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void start() throws Exception {
        join(monitor.start());
    }

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private void tellsAWholeStory(RecordingListener to) throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        server.advance(job.uuid(), 50);
        server.end(job.uuid());
        to.awaitEnd(job.uuid(), SOON);
        to.verify();
    }

    @Test
    void aListenerThatComesLateIsToldThePresentFirst() throws Exception {
        monitor.listen(listener);
        Activity job = server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        server.advance(job.uuid(), 30);
        listener.await(SOON, told -> told.story(job.uuid()).size() == 2);

        RecordingListener late = new RecordingListener();
        monitor.listen(late);
        late.await(SOON, told -> told.synchronizations() == 1);
        assertThat(late.ledger()).hasSize(3);
        assertThat(late.ledger().get(0)).isInstanceOf(RecordingListener.Connection.class);
        assertThat(late.changes())
                .singleElement()
                .isInstanceOf(ActivityChange.Started.class)
                .extracting(change -> change.activity().progress().orElseThrow())
                .isEqualTo(30.0);
    }

    @Test
    void aListenerMayRemoveItselfInsideItsCallbackAndIsCalledNoMore() throws Exception {
        RecordingListener told = new RecordingListener();
        CompletableFuture<ActivityMonitor.Registration> registration = new CompletableFuture<>();
        registration.complete(monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                registration.join().close();
                registration.join().close();
                told.onStarted(activity);
            }

            @Override
            public void onEnded(Ending ending) {
                told.onEnded(ending);
            }
        }));
        monitor.listen(listener);
        tellsAWholeStory(listener);
        told.await(SOON, each -> each.changes().size() == 1);
        tellsAWholeStory(listener);
        assertThat(told.changes()).hasSize(1);
    }

    @Test
    void everyMethodMayBeCalledInsideACallback() throws Exception {
        RecordingListener inner = new RecordingListener();
        CompletableFuture<Ending> awaited = new CompletableFuture<>();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                monitor.listen(new RecordingListener()).close();
                monitor.listen(inner);
                monitor.track(activity.uuid()).ended().thenAccept(awaited::complete);
                monitor.trackNext(ActivityFilter.any());
                monitor.resync();
                monitor.status();
                monitor.statistics();
                monitor.start();
                monitor.track(activity.uuid()).cancel();
            }
        });
        Activity job = server.begin("media.download", "Download");
        assertThat(join(awaited).activity().uuid()).isEqualTo(job.uuid());
        inner.awaitEnd(job.uuid(), SOON);
        inner.verify();
    }

    @Test
    void theActivitiesShowAChangeBeforeItsCallback() throws Exception {
        List<Object> wrong = new CopyOnWriteArrayList<>();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                check(activity, monitor.activities().get(activity.uuid()));
                listener.onStarted(activity);
            }

            @Override
            public void onProgress(Activity previous, Activity current) {
                check(current, monitor.activities().get(current.uuid()));
                listener.onProgress(previous, current);
            }

            @Override
            public void onEnded(Ending ending) {
                check(null, monitor.activities().get(ending.activity().uuid()));
                listener.onEnded(ending);
            }

            private void check(@Nullable Activity told, @Nullable Activity shown) {
                if (!Objects.equals(told, shown)) {
                    wrong.add(told + " while shown " + shown);
                }
            }
        });
        for (int i = 0; i < 30; i++) {
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            server.advance(job.uuid(), 50);
            listener.await(SOON, told -> told.story(job.uuid()).size() == 2);
            server.end(job.uuid());
            listener.awaitEnd(job.uuid(), SOON);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aFilteredListenerIsToldTheStoryFromTheMomentItMatches() throws Exception {
        monitor.listen(ActivityFilter.section("3"), listener);
        Activity job = Quick.download("a", 0);
        server.started(job);
        server.advance("a", 10);
        Activity known = new Activity(
                "a",
                job.type(),
                job.title(),
                "",
                job.progress(),
                true,
                job.userId(),
                Map.of("librarySectionID", 3L),
                Map.of());
        server.updated(known);
        listener.await(SOON, told -> told.running().contains("a"));
        server.updated(job); // the context is gone again, as some servers have it
        listener.await(SOON, told -> told.story("a").size() == 2);
        server.end("a");
        listener.awaitEnd("a", SOON);
        listener.verify();
        assertThat(listener.story("a").get(0).activity()).isEqualTo(known);
    }
}

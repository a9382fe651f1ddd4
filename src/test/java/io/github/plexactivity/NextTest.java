package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.MonitorException.Closed;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for an activity that is still to come, and whose uuid nobody names. */
@Timeout(60)
class NextTest {

    private final Queue<Runnable> contexts = new ConcurrentLinkedQueue<>();
    private final FakePlexServer server =
            FakePlexServer.builder().contextLater(contexts::add).start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private void start() throws Exception {
        monitor.listen(listener);
        join(monitor.start());
    }

    private void scan(String section) throws Exception {
        URI scan = server.uri().resolve("/library/sections/" + section + "/refresh");
        Request post = new Request.Builder()
                .url(scan.toString())
                .post(RequestBody.create(new byte[0]))
                .build();
        try (Response answer = new OkHttpClient().newCall(post).execute()) {
            assertThat(answer.code()).isEqualTo(200);
        }
    }

    private void tellContexts() {
        for (Runnable context = contexts.poll(); context != null; context = contexts.poll()) {
            context.run();
        }
    }

    @Test
    void aScanIsFoundAsItsContextArrives() throws Exception {
        start();
        CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.section("3"));
        scan("2");
        scan("3");
        listener.await(SOON, told -> told.running().size() == 2);
        assertThat(next).isNotDone();
        tellContexts();

        ActivityHandle scan = join(next);
        assertThat(scan.current().orElseThrow().context()).containsEntry("librarySectionID", "3");
        server.end(scan.uuid());
        assertThat(join(scan.ended()).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void whatWasKnownBeforeNeverQualifiesEvenIfItMatchesLater() throws Exception {
        start();
        scan("3");
        listener.await(SOON, told -> told.running().size() == 1);
        CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.section("3"));
        tellContexts();
        listener.await(SOON, told -> told.changes().size() == 2);
        String known = listener.running().iterator().next();

        scan("3");
        tellContexts();
        assertThat(join(next).uuid()).isNotEqualTo(known);
    }

    @Test
    void whatTheFirstSnapshotShowsDoesNotQualify() throws Exception {
        Activity running = server.begin("media.download", "Download");
        CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.type("media.*"));
        start();
        listener.await(SOON, told -> told.running().contains(running.uuid()));
        Activity fresh = server.begin("media.download", "Download");
        assertThat(join(next).uuid()).isEqualTo(fresh.uuid());
    }

    @Test
    void anActivityOfWhichOnlyTheEndIsHeardIsOne() throws Exception {
        start();
        CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.any());
        Activity begun = server.begin("media.download", "Download");
        join(next);
        CompletableFuture<ActivityHandle> second = monitor.trackNext(ActivityFilter.any());
        server.end(begun.uuid());
        listener.awaitEnd(begun.uuid(), SOON);
        assertThat(second).isNotDone();

        Activity unseen = Quick.download("ended-only", 100);
        server.ended(unseen);
        assertThat(join(second).uuid()).isEqualTo("ended-only");
        assertThat(join(join(second).ended()).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\nb", "\0"})
    void whateverTheServerCallsIt(String uuid) throws Exception {
        start();
        CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.any());
        server.started(Quick.download(uuid, 1));
        ActivityHandle handle = join(next);
        assertThat(handle.uuid()).isEqualTo(uuid);
        server.ended(Quick.download(uuid, 100));
        assertThat(join(handle.ended()).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void whoWaitsForNothingElseIsToldWhenTheMonitorCloses() throws Exception {
        start();
        CompletableFuture<ActivityHandle> next = monitor.trackNext(ActivityFilter.any());
        CompletableFuture<ActivityHandle> given = monitor.trackNext(ActivityFilter.any());
        given.cancel(true);
        monitor.close();
        assertThatThrownBy(() -> join(next)).hasCauseInstanceOf(Closed.class);
        assertThatThrownBy(() -> join(monitor.trackNext(ActivityFilter.any()))).hasCauseInstanceOf(Closed.class);
    }
}

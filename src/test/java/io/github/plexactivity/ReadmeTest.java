package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The programs of the README work. */
@Timeout(60)
class ReadmeTest {

    @Test
    void theFirstProgramFollowsAServer() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        try (FakePlexServer server = FakePlexServer.builder().token("secret").start()) {
            Thread program = new Thread(() -> {
                try {
                    ReadmeSnippets.first(server.uri(), "secret", stop);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            program.start();
            server.awaitStream(Transport.EVENT_SOURCE, Duration.ofSeconds(20));
            stop.countDown();
            program.join(20_000);
            assertThat(program.isAlive()).isFalse();
        }
    }

    @Test
    void aScanIsAwaitedThatNoAnswerNames() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.start().get(20, TimeUnit.SECONDS);
            RecordingListener listener = new RecordingListener();
            monitor.listen(listener);
            Thread scanner = new Thread(() -> endWhatRuns(server, listener));
            Ending ending = ReadmeSnippets.scan(monitor, () -> {
                request(server, "GET", "/library/sections/3/refresh");
                scanner.start();
            });
            assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
            scanner.join(20_000);
        }
    }

    private static void endWhatRuns(FakePlexServer server, RecordingListener listener) {
        try {
            listener.await(
                    Duration.ofSeconds(20),
                    told -> server.activities().stream()
                            .anyMatch(activity -> activity.context().containsKey("librarySectionID")));
            server.activities().forEach(activity -> server.end(activity.uuid()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void request(FakePlexServer server, String method, String path) {
        Request request = new Request.Builder()
                .url(server.uri().resolve(path).toString())
                .method(method, method.equals("GET") ? null : RequestBody.create(new byte[0]))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

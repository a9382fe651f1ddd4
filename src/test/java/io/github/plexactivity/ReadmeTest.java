package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the README shows is compiled, and works. */
@Timeout(60)
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path SNIPPETS = Path.of("src/test/java/io/github/plexactivity/ReadmeSnippets.java");

    @Test
    void theReadmeShowsTheProgramsThatAreCompiled() throws IOException {
        assertThat(Snippets.shown(README)).isNotEmpty().isEqualTo(Snippets.compiled(SNIPPETS));
    }

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

    @Test
    void theOtherProgramsRun() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.listen(listener);
            monitor.start().get(20, TimeUnit.SECONDS);
            Request reload = new Request.Builder()
                    .url(server.uri().resolve("/livetv/dvrs/1/reloadGuide").toString())
                    .post(RequestBody.create(new byte[0]))
                    .build();
            ReadmeSnippets.interceptor(monitor, reload);
            Activity cancelled = server.begin("library.update.section", "Scanning");
            ReadmeSnippets.cancel(monitor, cancelled.uuid());
            assertThat(listener.awaitEnd(cancelled.uuid(), Duration.ofSeconds(20))
                            .outcome())
                    .isEqualTo(Outcome.CANCELLED);
        }
        ReadmeSnippets.testkit(listener);
        listener.verify();
    }
}

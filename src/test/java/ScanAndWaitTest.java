import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recipe for a scan that no answer names. */
@Timeout(60)
class ScanAndWaitTest {

    private final Queue<Runnable> contexts = new ConcurrentLinkedQueue<>();
    private final FakePlexServer server =
            FakePlexServer.builder().contextLater(contexts::add).start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();
    private final RecordingListener listener = new RecordingListener();
    private final ScanAndWait scans = new ScanAndWait(monitor, new OkHttpClient());

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

    private CompletableFuture<Ending> scan(String section) throws IOException {
        return scans.scan(section, request("/library/sections/" + section + "/refresh"));
    }

    private Request request(String path) {
        return new Request.Builder()
                .url(server.uri().resolve(path).toString())
                .post(RequestBody.create(new byte[0]))
                .build();
    }

    private void tellSections() {
        for (Runnable section = contexts.poll(); section != null; section = contexts.poll()) {
            section.run();
        }
    }

    @Test
    void theScanThatWasAskedForIsAwaitedAndNoOther() throws Exception {
        CompletableFuture<Ending> before = scan("3");
        CompletableFuture<Ending> ours = scan("3");
        CompletableFuture<Ending> elsewhere = scan("5");
        listener.await(SOON, told -> told.running().size() == 3);
        tellSections();
        listener.await(
                SOON,
                told -> monitor.activities().values().stream()
                        .allMatch(scan -> scan.context().containsKey("librarySectionID")));

        String first = server.activities().get(0).uuid();
        String second = server.activities().get(1).uuid();
        server.end(first);
        assertThat(join(before).activity().uuid()).isEqualTo(first);
        listener.awaitEnd(first, SOON);
        assertThat(ours).isNotDone();
        assertThat(elsewhere).isNotDone();

        server.end(second);
        assertThat(join(ours))
                .extracting(ending -> ending.activity().uuid(), Ending::outcome)
                .containsExactly(second, Outcome.COMPLETED);
        assertThat(elsewhere).isNotDone();
    }

    @Test
    void whereTheServerDoesNotAgreeNobodyWaits() {
        assertThatThrownBy(() -> scans.scan("3", request("/nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }
}

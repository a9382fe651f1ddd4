package cookbook;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.model.ActivityFilter.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();

    @BeforeEach
    void start() throws Exception {
        join(monitor.start());
    }

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private Request post(String path) {
        return new Request.Builder()
                .url(server.uri().resolve(path).toString())
                .post(RequestBody.create(new byte[0]))
                .build();
    }

    @Test
    void whatAnAnswerNamesIsAwaitedThoughItIsOverBeforeTheAnswerIsThere() throws Exception {
        assertThat(join(Waiting.named(monitor, post("/media/subscriptions/process"))
                                .orElseThrow())
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
        assertThat(Waiting.named(monitor, post("/library/sections/3/refresh"))).isEmpty();
    }

    @Test
    void idleIsWhenTheLastOfItsKindIsOverThatRan() throws Exception {
        Activity first = server.begin("library.update.section", "Scanning Films");
        Activity second = server.begin("library.update.section", "Scanning Shows");
        server.begin("butler", "Maintenance");
        until(() -> monitor.activities().size() == 3);
        CompletableFuture<Void> idle = Waiting.idle(monitor, type("library.*"));
        server.end(first.uuid());
        join(monitor.track(first.uuid()).ended());
        assertThat(idle).isNotDone();
        server.end(second.uuid());
        join(idle);
    }

    @Test
    void aCancellationTellsWhatCameOfIt() {
        Activity download = server.begin("media.download", "Downloading");
        assertThat(Waiting.cancel(monitor, download.uuid())).isEqualTo("over: CANCELLED");
        assertThat(Waiting.cancel(monitor, download.uuid())).isEqualTo("it had ended before");
    }
}

package example;

import static io.github.plexactivity.model.ActivityFilter.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.FakePlexServerExtension;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ScanNewsTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @RegisterExtension
    final FakePlexServerExtension plex = new FakePlexServerExtension();

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final RecordingListener everything = new RecordingListener();
    private ActivityMonitor monitor;

    @BeforeEach
    void follow() throws Exception {
        monitor = ActivityMonitor.builder(plex.server().uri())
                .backoff(Duration.ofMillis(50), Duration.ofMillis(200))
                .build();
        monitor.listen(type("library.update.*"), new ScanNews(told::add));
        monitor.listen(everything);
        monitor.start().get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        monitor.close();
    }

    @Test
    void aScanThatIsDoneIsTold(FakePlexServer server) throws Exception {
        Activity scan = server.begin("library.update.section", "Scanning Films");
        server.advance(scan.uuid(), 50);
        server.end(scan.uuid());
        assertEquals("Scanning Films: done", told.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aDownloadIsNoScan(FakePlexServer server) throws Exception {
        Activity download = server.begin("media.download", "Downloading");
        server.end(download.uuid());
        everything.awaitEnd(download.uuid(), BOUND);
        monitor.close();
        assertNull(told.poll());
    }

    @Test
    void aScanWhoseEndNobodyHeardIsToldAsSuch(FakePlexServer server) throws Exception {
        Activity scan = server.begin("library.update.section", "Scanning Shows");
        everything.await(BOUND, listener -> listener.running().contains(scan.uuid()));
        server.faults().stop();
        server.vanish(scan.uuid());
        server.faults().restart();
        assertEquals("Scanning Shows: over, nobody saw how", told.poll(20, TimeUnit.SECONDS));
    }
}

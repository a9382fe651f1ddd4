package cookbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Recipes for tests of a listener; {@link TryingTest} runs them. */
final class Trying {

    private Trying() {}

    static void testkit() throws InterruptedException {
        // snippet: testkit
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.listen(new ActivityListener() {
                @Override
                public void onCompleted(Activity job) {
                    told.add(job.title());
                }
            });
            monitor.start().join();
            Activity scan = server.begin("library.update.section", "Scanning");
            server.end(scan.uuid());
            assertEquals("Scanning", told.poll(20, TimeUnit.SECONDS));
        }
        // end
    }

    static RecordingListener replay(Path recording, String last) throws IOException, InterruptedException {
        // snippet: replay
        RecordingListener told = new RecordingListener();
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.listen(told);
            monitor.start().join();
            server.play(recording).all();
            told.awaitEnd(last, Duration.ofSeconds(20));
        }
        told.verify();
        // end
        return told;
    }
}

package cookbook;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListeningTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        join(monitor.start());
    }

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private static Activity scan(String uuid, String section) {
        return new Activity(
                uuid,
                "library.update.section",
                "Scanning " + section,
                "",
                OptionalDouble.of(100),
                false,
                OptionalLong.of(1),
                Map.of("librarySectionID", section),
                Map.of());
    }

    @Test
    void aBarIsOfOneActivityAndShowsItsEnd() {
        Activity download = server.begin("media.download", "Downloading");
        Activity other = server.begin("media.download", "Another");
        until(() -> monitor.activities().size() == 2);
        Listening.bar(monitor, download.uuid(), told::add);
        until(() -> told.contains("Downloading 0 %"));
        server.advance(download.uuid(), -1);
        until(() -> told.contains("Downloading …"));
        server.end(other.uuid());
        server.end(download.uuid());
        until(() -> told.contains("Downloading: COMPLETED"));
        assertThat(told).allMatch(line -> line.startsWith("Downloading"));
    }

    @Test
    void theScanOfAnotherSectionIsNotTold() {
        Listening.section3(monitor, told::add);
        server.started(scan("a", "5"));
        server.started(scan("b", "3"));
        server.ended(scan("a", "5"));
        server.ended(scan("b", "3"));
        until(() -> !told.isEmpty());
        assertThat(told).containsExactly("Scanning 3 is done");
    }

    @Test
    void whatEndedDuringAnOutageIsToldApartFromWhatWasSeenToComplete() throws Exception {
        Listening.away(monitor, job -> told.add(job.title() + " done"), job -> told.add(job.title() + " unseen"));
        server.begin("media.download", "Lost");
        until(() -> monitor.activities().size() == 1);
        server.faults().restart();
        until(() -> told.contains("Lost unseen"));
        until(() -> Quick.openStreams(server) > 0);
        Activity seen = server.begin("media.download", "Seen");
        server.end(seen.uuid());
        until(() -> told.contains("Seen done"));
        assertThat(told).containsExactly("Lost unseen", "Seen done");
    }

    @Test
    void aSubscriberIsToldWhatItChose() {
        Listening.flow(monitor, new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ActivityChange change) {
                told.add(change.activity().title());
            }

            @Override
            public void onError(Throwable failure) {
                told.add(failure.toString());
            }

            @Override
            public void onComplete() {
                told.add("over");
            }
        });
        server.begin("library.update.section", "Scanning");
        server.begin("media.download", "Downloading");
        until(() -> told.contains("Downloading"));
        monitor.close();
        until(() -> told.contains("over"));
        assertThat(told).containsExactly("Downloading", "over");
    }
}

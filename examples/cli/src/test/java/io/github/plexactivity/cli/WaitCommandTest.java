package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitCommandTest {
    private static final String SCAN = "library.update.section";

    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void endsWithZeroOnceItCompleted() throws Exception {
        Activity job = server.begin("media.download", "Salt Road");
        Run run = Run.begin(server, "wait", job.uuid()).awaitErr(line -> line.startsWith("Waiting for Salt Road ("));
        server.end(job.uuid());

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).containsExactly("Salt Road: completed (final progress)");
    }

    @Test
    void endsWithThreeIfItBrokeOff() throws Exception {
        Activity job = server.begin("media.download", "Salt Road");
        Run run = Run.begin(server, "wait", job.uuid()).awaitErr(line -> line.startsWith("Waiting for "));
        server.ended(server.advance(job.uuid(), 45));

        assertThat(run.exit()).isEqualTo(Exit.CANCELLED);
        assertThat(run.out()).containsExactly("Salt Road: cancelled (ended at 45 %)");
    }

    @Test
    void endsWithFourIfTheEndWasNotHeardAndTellsThatTheConnectionWasLost() throws Exception {
        Activity job = server.begin("media.download", "Salt Road");
        Run run = Run.begin(server, "wait", job.uuid()).awaitErr(line -> line.startsWith("Waiting for "));
        for (Endpoint way : List.of(Endpoint.EVENT_SOURCE, Endpoint.WEB_SOCKET, Endpoint.LIST)) {
            server.faults().refuse(way, 503);
        }
        server.faults().drop(Cut.FIN);
        run.awaitErr(line -> line.startsWith("connection lost, "));
        server.vanish(job.uuid());
        server.faults().heal();

        assertThat(run.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(run.err()).anyMatch(line -> line.startsWith("connected by "));
        assertThat(run.out()).containsExactly("Salt Road: unknown: its end was not heard");
    }

    @Test
    void doesNotWaitForEverForWhatDoesNotRun() throws Exception {
        Run run = Run.of(server, "wait", "0-0-0");

        assertThat(run.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("it is over, or never was");
    }

    @Test
    void whereTheListMayNotBeReadWaitsForAWordOfIt() throws Exception {
        server.faults().refuse(Endpoint.LIST, 403);
        Activity job = server.begin("media.download", "Salt Road");
        Run run = Run.begin(server, "wait", job.uuid())
                .awaitErr(line -> line.startsWith("This token may not list what runs"));
        server.end(job.uuid());

        assertThat(run.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void givesUpInTimeAndTellsHowItStands() throws Exception {
        Activity job = server.begin("media.download", "Salt Road");
        server.advance(job.uuid(), 45);
        Run run = Run.of(server, "wait", job.uuid(), "--timeout", "8s");

        assertThat(run.exit()).isEqualTo(Exit.TIMEOUT);
        assertThat(run.err()).last().isEqualTo("plex-activities: Not over after 8s: still running at 45 %.");
    }

    @Test
    void givesUpInTimeWhereNobodyAnswers() throws Exception {
        server.faults().hold(Endpoint.EVENT_SOURCE);
        server.faults().hold(Endpoint.LIST);
        Run run = Run.of(server, "wait", "--type", "*", "--timeout", "0.3");

        assertThat(run.exit()).isEqualTo(Exit.TIMEOUT);
        assertThat(run.err()).containsExactly("plex-activities: Not over after 0.3s: there is no connection.");
    }

    @Test
    void takesTheFirstThatMatchesThoughItRunsAlready() throws Exception {
        server.appear(scan("1", "4"));
        server.appear(scan("2", "3"));
        Run run = Run.begin(server, "wait", "--type", SCAN, "--section", "3")
                .awaitErr(line -> line.equals("Waiting for Scanning 3 (2)"));
        server.end("1");
        server.started(scan("3", "3"));
        run.awaitErr(line -> line.equals("Matches too, and is not waited for: Scanning 3 (3)"));
        server.end("2");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).containsExactly("Scanning 3: completed (final progress)");
    }

    @Test
    void takesTheNextToBeginIfToldSo() throws Exception {
        server.appear(scan("1", "3"));
        Run run = Run.begin(server, "wait", "--next", "--section", "3")
                .awaitErr(line -> line.equals("Waiting for one to begin."));
        server.end("1");
        server.started(scan("2", "3"));
        run.awaitErr(line -> line.equals("Waiting for Scanning 3 (2)"));
        server.end("2");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
    }

    private static Activity scan(String uuid, String section) {
        return new Activity(
                uuid,
                SCAN,
                "Scanning " + section,
                "",
                OptionalDouble.of(0),
                false,
                OptionalLong.of(1),
                Map.of("librarySectionID", section),
                Map.of());
    }
}

package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanCommandTest {
    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForAScan() throws Exception {
        Run run = Run.of(server, "scan", "3");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsExactly("The scan of section 3 was asked for.");
        assertThat(server.requests())
                .anyMatch(request -> request.url().encodedPath().equals("/library/sections/3/refresh"));
    }

    @Test
    void waitsForTheScanItAskedForThoughTheAnswerNamesNone() throws Exception {
        server.appear(other("1", "4"));
        server.appear(other("2", "3"));
        Run run = Run.begin(server, "scan", "3", "--wait")
                .awaitErr(line -> line.startsWith("Waiting for Scanning section 3 ("));
        assertThat(run.err()).contains("Runs already, and is not waited for: Scanning 3 (2)");
        server.end("1");
        server.end("2");
        server.end(scan());

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).containsExactly("Scanning section 3: completed (final progress)");
    }

    @Test
    void saysHowTheScanEnded() throws Exception {
        Run run = Run.begin(server, "scan", "3", "--wait").awaitErr(line -> line.startsWith("Waiting for "));
        server.ended(server.advance(scan(), 10));

        assertThat(run.exit()).isEqualTo(Exit.CANCELLED);
    }

    @Test
    void doesNotClaimThatAScanNobodySawWasDone() throws Exception {
        server.faults().refuse(Endpoint.OTHER, 200);
        Run run = Run.of(server, "scan", "3", "--wait", "--seen-within", "0.2");

        assertThat(run.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(run.err()).singleElement().asString().contains("no scan of section 3 was seen to begin within 0.2s");
    }

    @Test
    void waitsForWhatTheAnswerNamesWhereItDoes() throws Exception {
        String uuid = server.begin("library.update.section", "Scanning").uuid();
        server.faults().refuse(Endpoint.OTHER, 200, "x-plex-activity", uuid);
        Run run = Run.begin(server, "scan", "3", "--wait").awaitErr(line -> line.startsWith("Waiting for Scanning ("));
        server.end(uuid);

        assertThat(run.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void doesNotClaimThatWhatTheAnswerNamesWasDoneIfItNeverRan() throws Exception {
        server.faults().refuse(Endpoint.OTHER, 200, "X-Plex-Activity", "0-0-0");
        Run run = Run.of(server, "scan", "3", "--wait");

        assertThat(run.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(run.out()).containsExactly("0-0-0: unknown: its end was not heard");
    }

    @Test
    void isDeclinedInWords() throws Exception {
        server.faults().refuse(Endpoint.OTHER, 404);
        assertThat(Run.of(server, "scan", "3").err())
                .containsExactly("plex-activities: The server knows no section 3 (404).");
        assertThat(Run.of(server, "scan", "3").exit()).isEqualTo(Exit.DECLINED);

        server.faults().refuse(Endpoint.OTHER, 401);
        assertThat(Run.of(server, "scan", "3", "--wait").exit()).isEqualTo(Exit.REFUSED);

        server.faults().refuse(Endpoint.OTHER, 302, "Location", "https://elsewhere.invalid/");
        assertThat(Run.of(server, "scan", "3").exit()).isEqualTo(Exit.DECLINED);
    }

    private String scan() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.activities().stream().anyMatch(ScanCommandTest::isAskedFor));
        return server.activities().stream()
                .filter(ScanCommandTest::isAskedFor)
                .findFirst()
                .orElseThrow()
                .uuid();
    }

    private static boolean isAskedFor(Activity activity) {
        return activity.title().equals("Scanning section 3");
    }

    private static Activity other(String uuid, String section) {
        return new Activity(
                uuid,
                "library.update.section",
                "Scanning " + section,
                "",
                OptionalDouble.of(0),
                false,
                OptionalLong.of(1),
                Map.of("librarySectionID", section),
                Map.of());
    }
}

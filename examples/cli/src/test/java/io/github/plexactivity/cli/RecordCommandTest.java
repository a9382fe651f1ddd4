package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {
    private final FakePlexServer server = FakePlexServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsRecordedTellsTheStoryWithoutTheNamesAndCanBePlayed() throws Exception {
        Path file = folder.resolve("story");
        Run run = Run.begin(server, "record", file.toString(), "--for", "3s")
                .awaitErr(line -> line.startsWith("Recording"));
        Activity job = server.begin("media.download", "Salt Road");
        server.advance(job.uuid(), 40);
        server.end(job.uuid());

        assertThat(run.exit()).isZero();
        assertThat(run.err()).endsWith("3 frames recorded.");
        String recorded = Files.readString(file);
        assertThat(recorded).contains("media.download").doesNotContain("Salt Road", job.uuid());
        try (FakePlexServer another = FakePlexServer.start();
                Reader reader = Files.newBufferedReader(file)) {
            another.play(reader).step();
            assertThat(another.activities()).extracting(Activity::title).isEqualTo(List.of("title 1"));
        }
    }

    @Test
    void aFileIsNotWrittenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("story"), "precious");
        Run run = Run.of(server, "record", file.toString(), "--for", "1s");

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(file).hasContent("precious");
        assertThat(Run.of(server, "record", file.toString(), "--for", "0.1", "--force")
                        .exit())
                .isZero();
        assertThat(file).content().startsWith(": recorded");
    }

    @Test
    void aFullDiskEndsIt() throws Exception {
        Run run = Run.begin(server, "record", "/dev/full", "--force", "--for", "20s");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            server.begin("butler", "x");
            return !run.err().isEmpty();
        });

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).last().asString().startsWith("plex-activities: The file cannot be written");
    }

    @Test
    void withoutServerSentEventsThereIsNothingToRecord() throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 404);
        Path file = folder.resolve("story");
        Run run = Run.of(server, "record", file.toString());

        assertThat(run.exit()).isEqualTo(Exit.NO_CONNECTION);
        assertThat(run.err()).last().asString().contains("404").endsWith("finds out more.");
        assertThat(file).as("in the way of the next attempt").doesNotExist();
    }
}

package io.github.plexactivity.examples.fleet.worker;

import static io.github.plexactivity.examples.fleet.worker.Crew.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.testkit.FakePlexServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubServersTest {
    private final Queue<ActivityChange> heard = new ConcurrentLinkedQueue<>();
    private final FakePlexServer server =
            FakePlexServer.builder().token("sesame").start();

    @TempDir
    private Path tokens;

    private HubServers servers;

    @BeforeEach
    void begin() {
        servers = new HubServers(new Tokens(tokens), Duration.ofMillis(1));
    }

    @AfterEach
    void end() {
        servers.close();
        server.close();
    }

    private void follow(String name, Activity... live) {
        ServerRecord record = new ServerRecord(server.uri(), Optional.of("attic.token"));
        servers.follow(name, record, List.of(live), (from, change) -> heard.add(change));
    }

    @Test
    void theTokenIsReadFromItsFile() throws Exception {
        Files.writeString(tokens.resolve("attic.token"), "sesame\n");
        Activity running = server.begin("library.update.section", "Scanning Films");
        follow("attic");
        eventually().until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(new ActivityChange.Started(running));
    }

    @Test
    void aTokenThatCannotBeReadKeepsNobodyElseOut() throws Exception {
        follow("attic");
        Files.writeString(tokens.resolve("other.token"), "sesame");
        ServerRecord other = new ServerRecord(server.uri(), Optional.of("other.token"));
        servers.follow("other", other, List.of(), (from, change) -> heard.add(change));
        server.begin("library.update.section", "Scanning Films");
        eventually().until(() -> !heard.isEmpty());
    }

    @Test
    void aServerOfWhichMoreIsLiveThanCanBeFollowedIsRefusedAsAnyOther() {
        Activity running = server.begin("library.update.section", "Scanning Films");
        Activity[] tooMany = IntStream.rangeClosed(0, 100_000)
                .mapToObj(number -> new Activity(
                        "none-" + number,
                        running.type(),
                        running.title(),
                        "",
                        running.progress(),
                        false,
                        OptionalLong.empty(),
                        Map.of(),
                        Map.of()))
                .toArray(Activity[]::new);
        assertThatIllegalArgumentException().isThrownBy(() -> follow("attic", tooMany));
        follow("attic", running);
    }

    @Test
    void whatEndedMeanwhileIsToldAndWhatGoesOnDoesNotStartAgain() throws Exception {
        Files.writeString(tokens.resolve("attic.token"), "sesame");
        Activity running = server.begin("library.update.section", "Scanning Films");
        Activity over = server.begin("library.update.section", "Scanning Series");
        server.vanish(over.uuid());
        follow("attic", running, over);
        eventually().until(() -> !heard.isEmpty());
        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.activity()).isEqualTo(over));
    }

    @Test
    void nothingIsHeardOfAServerThatWasLeft() throws Exception {
        Files.writeString(tokens.resolve("attic.token"), "sesame");
        follow("attic");
        servers.leave("attic");
        follow("attic");
        server.begin("library.update.section", "Scanning Films");
        eventually().until(() -> !heard.isEmpty());
        assertThat(heard).hasSize(1);
    }

    @Test
    void aNameIsTakenOnce() {
        follow("attic");
        assertThatIllegalArgumentException().isThrownBy(() -> follow("attic"));
    }
}

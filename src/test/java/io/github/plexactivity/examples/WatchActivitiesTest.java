package io.github.plexactivity.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchActivitiesTest {
    private static final String SECRET = "s3cretToken";

    @ParameterizedTest
    @ValueSource(strings = {"sse", "ws"})
    void theScriptEndsTheSameEachTime(String transport) throws Exception {
        CommandRun run = CommandRun.of("--pace", "20", "--transport", transport);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(endings(run))
                .containsExactlyInAnyOrder(
                        "Downloading Salt Road - Preparing to transfer: cancelled (accepted)",
                        "Refreshing Nine Bridges - Refreshing media analysis: completed (final progress)",
                        "Generating loudness data - Tidewater S02 E04: unknown: its end was not heard",
                        "Detecting Credits - Tidewater S01 E08: completed (final progress)",
                        "Scanning Movies - A Lantern for Ada (1961): completed (final progress)",
                        "Processing subscriptions: completed (final progress)");
        assertThat(run.out()).anyMatch(line -> line.contains("connection lost, "));
        assertThat(run.out()).endsWith("6 activities: 4 completed, 1 cancelled, 1 unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse", "ws"})
    void aStreamTellsHowWhatWasRecordedEnded(String transport) throws Exception {
        CommandRun run =
                CommandRun.of("--replay", recording("scan.txt"), "--pace", "100", "--transport", transport, "--plain");

        assertThat(run.exit()).isZero();
        assertThat(endings(run)).containsExactly("Scanning Concerts - An Evening of Brass: completed (final progress)");
        assertThat(run.out())
                .endsWith(
                        "2 activities: 1 completed, 0 cancelled, 0 unknown, 1 still running when the recording was over");
    }

    @Test
    void pollingShowsTheSameActivitiesAndDoesNotMakeUpHowTheyEnded() throws Exception {
        CommandRun run = CommandRun.of("--replay", recording("scan.txt"), "--pace", "100", "--transport", "poll");

        assertThat(run.exit()).isZero();
        assertThat(endings(run))
                .containsExactly("Scanning Concerts - An Evening of Brass: unknown: its end was not heard");
        assertThat(run.out())
                .endsWith(
                        "2 activities: 0 completed, 0 cancelled, 1 unknown, 1 still running when the recording was over");
    }

    @Test
    void asJsonStandardOutputHoldsChangesAlone() throws Exception {
        CommandRun run = CommandRun.of("--json", "--replay", recording("scan.txt"), "--pace", "100");

        assertThat(run.out()).hasSize(4).allMatch(line -> line.startsWith("{\"at\":\""));
        assertThat(run.out().get(2))
                .endsWith("Z\",\"change\":\"ended\",\"uuid\":\"9d1c2b3a\",\"type\":\"library.update.section\","
                        + "\"title\":\"Scanning Concerts\",\"subtitle\":\"An Evening of Brass\",\"progress\":100,"
                        + "\"outcome\":\"COMPLETED\",\"evidence\":\"FINAL_PROGRESS\"}");
        assertThat(run.err()).last().asString().startsWith("2 activities: ");
    }

    @Test
    void anAddressThatIsNoneIsOneSentenceThatDoesNotRepeatIt() throws Exception {
        for (String address :
                List.of("not an address", "ftp://host", "http://host?X-Plex-Token=" + SECRET, "http://a b?" + SECRET)) {
            CommandRun run = CommandRun.of("--server", address);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).singleElement().asString().doesNotContain(SECRET);
        }
    }

    @Test
    void whatDoesNotFitTogetherIsToldWithoutValues() throws Exception {
        CommandRun twice = CommandRun.of("--server", "http://h/?" + SECRET, "--server", "http://h");
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.err()).singleElement().asString().doesNotContain(SECRET);

        CommandRun pace = CommandRun.of("--pace", SECRET);
        assertThat(pace.exit()).isEqualTo(2);
        assertThat(pace.err()).containsExactly("--pace has no value, or one that it does not take. Try --help.");

        assertThat(CommandRun.of("--pace", "NaN").exit()).isEqualTo(2);
    }

    @Test
    void aMisspeltOptionIsNamedWithoutItsValue() throws Exception {
        CommandRun run = CommandRun.of("--tokn=" + SECRET, SECRET);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).containsExactly("There is no option --tokn. Try --help.");
    }

    @Test
    void aRefusedConnectionEndsTheCommandWithASentence() throws Exception {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // and does not listen
            CommandRun run = CommandRun.of("--server", "http://127.0.0.1:" + bound.getLocalPort(), "--token", SECRET);

            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .startsWith("No connection: ")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void aRefusedTokenEndsTheCommandWithASentence() throws Exception {
        try (FakePlexServer server = FakePlexServer.builder().token("another").start()) {
            CommandRun run = CommandRun.of(
                    Map.of("PLEX_TOKEN", SECRET), "--server", server.uri().toString());

            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .startsWith("The server refuses the token: ")
                    .doesNotContain(SECRET);
            assertThat(run.out()).noneMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void aServerIsFollowedUntilTheCommandIsEnded(@TempDir Path folder) throws Exception {
        try (FakePlexServer server = FakePlexServer.builder().token(SECRET).start()) {
            Path out = folder.resolve("out");
            Process process = CommandRun.start(
                    Map.of("PLEX_TOKEN", SECRET),
                    out,
                    folder.resolve("err"),
                    "--server",
                    server.uri().toString());
            try {
                Activity scan = server.begin("library.update.section", "Scan\u001b[2J\nning");
                server.begin("butler", "Cleaning");
                awaitLine(out, "started  Cleaning: 0 %");
                server.end(scan.uuid());
                awaitLine(out, "Scan?[2J?ning: completed (final progress)");
            } finally {
                process.destroy();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(Files.readAllLines(out))
                    .endsWith("2 activities: 1 completed, 0 cancelled, 0 unknown, 1 still running");
            assertThat(folder.resolve("err")).isEmptyFile();
        }
    }

    @Test
    void aServedScriptIsThereForOtherClientsUntilTheCommandIsEnded(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Process process = CommandRun.start(Map.of(), out, folder.resolve("err"), "--serve", "0", "--pace", "20");
        try {
            awaitLine(out, " to any token or none until Ctrl-C.");
            String server = Files.readAllLines(out).get(0).split(" ", -1)[1];
            HttpResponse<String> identity = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server + "/identity"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(identity.body()).contains("machineIdentifier");
            try (ActivityMonitor monitor = ActivityMonitor.builder(URI.create(server))
                    .transports(Transport.EVENT_SOURCE)
                    .backoff(Duration.ofMillis(10), Duration.ofMillis(100))
                    .build()) {
                CompletableFuture<ActivityHandle> download = monitor.trackNext(ActivityFilter.type("media.download"));
                monitor.start().get(30, TimeUnit.SECONDS);
                Ending ending = download.thenCompose(ActivityHandle::ended).get(30, TimeUnit.SECONDS);
                assertThat(ending.outcome()).isEqualTo(Outcome.CANCELLED);
            }
        } finally {
            process.destroy();
        }
    }

    private static void awaitLine(Path out, String end) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.readAllLines(out).stream().anyMatch(line -> line.endsWith(end)));
    }

    private static List<String> endings(CommandRun run) {
        return run.out().stream()
                .filter(line -> line.matches("..:..:..  ended .*"))
                .map(line -> line.replaceFirst("..:..:..  ended +", ""))
                .toList();
    }

    private static String recording(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(WatchActivitiesTest.class.getResource("/recordings/" + name))
                        .toURI())
                .toString();
    }
}

package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a shell runs it. */
class PlexActivitiesIT {
    private static final Path JAR = Path.of("target", "plex-activities.jar");

    private final FakePlexServer server = FakePlexServer.start();

    @TempDir
    private Path folder;

    private Path out;
    private Path err;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void startsWithoutAnyWarning() throws Exception {
        Activity job = server.begin("media.download", "Salt Road");
        Process list = start("list");

        assertThat(exitOf(list)).isZero();
        assertThat(Files.readAllLines(err)).isEmpty();
        assertThat(Files.readString(out)).contains(job.uuid(), "Salt Road");
    }

    @Test
    void watchesUntilItIsEndedAndThenSaysWhatRunsOn() throws Exception {
        server.begin("media.download", "Salt Road");
        Process watch = start("watch");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.readString(out).contains("started  Salt Road"));

        watch.destroy(); // As by Ctrl-C, which does not reach what a shell runs in the background.
        assertThat(exitOf(watch)).isEqualTo(143);
        assertThat(Files.readAllLines(out))
                .endsWith("1 activity: 0 completed, 0 cancelled, 0 unknown, 1 still running");
        assertThat(Files.readAllLines(err)).isEmpty();
    }

    @Test
    void replaysWhatItRecorded() throws Exception {
        Path recording = folder.resolve("story");
        Process record = start("record", recording.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.readString(err).contains("Recording"));
        server.end(server.begin("media.download", "Salt Road").uuid());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.readString(recording).contains("ended"));
        record.destroy();
        assertThat(exitOf(record)).isEqualTo(143);
        assertThat(Files.readAllLines(err)).endsWith("2 frames recorded.");

        assertThat(exitOf(start("replay", recording.toString(), "--pace", "20")))
                .isZero();
        assertThat(Files.readAllLines(out)).endsWith("1 activity: 1 completed, 0 cancelled, 0 unknown");
        assertThat(Files.readAllLines(err)).isEmpty();
    }

    @Test
    void saysThatNobodyTakesWhatItSays() throws Exception {
        server.begin("media.download", "Salt Road");
        out = Path.of("/dev/full");
        Process list = start("list");

        assertThat(exitOf(list)).isEqualTo(Exit.NO_OUTPUT);
        assertThat(Files.readAllLines(err)).containsExactly("plex-activities: The output cannot be written any more.");
    }

    @Test
    void holdsOneOkHttpAndTheServicesAndLicencesOfWhatIsInIt() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(text(jar, "META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                    .contains("nop");
            assertThat(text(jar, "META-INF/services/org/jline/terminal/provider/exec"))
                    .contains("exec");
            assertThat(text(jar, "META-INF/THIRD-PARTY.txt")).contains("okhttp", "picocli", "jline", "Java-WebSocket");
            // In OkHttp 4 this is a class of its own.
            assertThat(jar.getEntry("okhttp3/internal/Util.class")).isNull();
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith("module-info.class")))
                    .isEmpty();
        }
    }

    private static String text(JarFile jar, String name) throws Exception {
        try (InputStream text = jar.getInputStream(jar.getEntry(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Process start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        if (out == null || out.startsWith(folder)) {
            out = Files.createTempFile(folder, "run", ".out");
        }
        err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("PLEX_TOKEN");
        builder.environment().put("PLEX_SERVER", server.uri().toString());
        return builder.start();
    }

    private static int exitOf(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

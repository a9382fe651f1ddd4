import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.download;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe for a process that resumes from what the last one kept in a file. */
@Timeout(60)
class LiveFileTest {

    private static final ActivityListener NOBODY = new ActivityListener() {};

    private final List<String> trouble = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("live.json");
    }

    private LiveFile file(ActivityListener listener) {
        return new LiveFile(file(), listener, trouble::add);
    }

    /** What the file holds. */
    private Collection<Activity> kept() {
        try (LiveFile live = file(NOBODY)) {
            return live.activities();
        }
    }

    private static Ending end(Activity last) {
        return new Ending(last, Outcome.COMPLETED, Evidence.FINAL_PROGRESS, Instant.EPOCH);
    }

    private static void follow(
            URI server, Path path, ActivityListener listener, Consumer<String> trouble, CountDownLatch stop)
            throws InterruptedException {
        // snippet: resume
        try (LiveFile live = new LiveFile(path, listener, trouble);
                ActivityMonitor monitor = ActivityMonitor.builder(server)
                        .resumeFrom(live.activities())
                        .build()) {
            monitor.listen(live);
            monitor.start().join();
            stop.await();
        }
        // end
    }

    /** A process that follows a server until it is killed. */
    static final class Following {
        private Following() {}

        public static void main(String[] arguments) throws InterruptedException {
            follow(URI.create(arguments[0]), Path.of(arguments[1]), NOBODY, System.err::println, new CountDownLatch(1));
        }
    }

    @Test
    void whatEndsWhileNoProcessRunsIsToldByTheNextOne() throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            Activity ends = server.begin("library.update.section", "Ends");
            Activity goesOn = server.begin("library.update.section", "Goes on");
            Process first = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Following.class.getName(),
                            server.uri().toString(),
                            file().toString())
                    .inheritIO()
                    .start();
            try {
                until(() -> Files.exists(file()) && Files.readString(file()).contains(ends.uuid()));
            } finally {
                first.destroyForcibly().waitFor();
            }
            server.end(ends.uuid());
            RecordingListener told = new RecordingListener();
            CountDownLatch stop = new CountDownLatch(1);
            Thread second = new Thread(() -> run(server, told, stop));
            second.start();
            assertThat(told.awaitEnd(ends.uuid(), SOON).evidence()).isEqualTo(Evidence.NOT_LISTED);
            stop.countDown();
            second.join();
            assertThat(told.changes()).singleElement().isInstanceOf(ActivityChange.Ended.class);
            assertThat(kept()).containsExactly(goesOn);
            assertThat(trouble).isEmpty();
        }
    }

    private void run(FakePlexServer server, ActivityListener listener, CountDownLatch stop) {
        try {
            follow(server.uri(), file(), listener, trouble::add, stop);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itHoldsWhatWasToldToBeLiveAndIsWrittenOnceMoreAsItIsClosed() {
        try (LiveFile live = file(NOBODY)) {
            live.onStarted(download("a", 0));
            live.onStarted(download("b", 0));
            live.onProgress(download("a", 0), download("a", 50));
            live.onEnded(end(download("b", 0)));
            assertThat(live.activities()).containsExactly(download("a", 50));
        }
        assertThat(trouble).singleElement().asString().contains("There is no " + file());
        trouble.clear();
        try (LiveFile live = file(NOBODY)) {
            assertThat(live.activities()).containsExactly(download("a", 50));
        }
        assertThat(trouble).isEmpty();
        assertThat(folder).isDirectoryContaining(file()::equals).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void anActivityIsReadAsItWasWritten() {
        Activity odd = new Activity(
                "\u0000 \" \\ \uD83D",
                "",
                "Iıİi Ärger 東京 𝄞 \uDD1E",
                "\n",
                OptionalDouble.of(99.999),
                true,
                OptionalLong.of(Long.MAX_VALUE),
                Map.of("whole", 3L, "part", 3.0, "truth", true, "text", "3", "list", List.of(1L, Map.of("a", 1e300))),
                Map.of("", Map.of()));
        Activity bare =
                new Activity("b", "", "", "", OptionalDouble.empty(), false, OptionalLong.empty(), Map.of(), Map.of());
        try (LiveFile live = file(NOBODY)) {
            live.onStarted(odd);
            live.onStarted(bare);
        }
        assertThat(kept()).containsExactlyInAnyOrder(odd, bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "null",
                "[null]",
                "[{}]",
                "{}",
                "[] x",
                "[{\"uuid\":\"a\",\"type\":\"\",\"title\":\"\",\"subtitle\":\"\",\"progress\":200,\"context\":{},\"response\":{}}]",
                "[{\"uuid\":\"\",\"type\":\"\",\"title\":\"\",\"subtitle\":\"\",\"context\":{},\"response\":{}}]"
            })
    void aBrokenFileIsToldOfAndMeansNothing(String text) throws IOException {
        Files.writeString(file(), text);
        try (LiveFile live = file(NOBODY)) {
            assertThat(live.activities()).isEmpty();
            assertThat(trouble).singleElement().asString().contains(file() + " cannot be read");
            live.onStarted(download("a", 0));
        }
        assertThat(kept()).containsExactly(download("a", 0));
        assertThat(trouble).hasSize(1);
    }

    @Test
    void cutOffAnywhereItIsBrokenAndNeverTakenForLess() throws IOException {
        try (LiveFile live = file(NOBODY)) {
            live.onStarted(download("a", 0));
            live.onStarted(download("b", 0));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file(), Arrays.copyOf(whole, length));
            trouble.clear();
            assertThat(kept()).isEmpty();
            assertThat(trouble).hasSize(1);
        }
    }

    @Test
    void killedInTheMiddleOfWritingAProcessLeavesTheFileAsItWas() throws IOException {
        try (LiveFile live = file(NOBODY)) {
            live.onStarted(download("a", 0));
        }
        Files.writeString(folder.resolve("live.json.next"), "[{\"uuid\":\"b");
        try (LiveFile live = file(NOBODY)) {
            assertThat(live.activities()).containsExactly(download("a", 0));
            live.onEnded(end(download("a", 0)));
        }
        assertThat(file()).hasContent("[]");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullLeavesTheFileAsItWas() throws IOException {
        try (LiveFile live = file(NOBODY)) {
            live.onStarted(download("a", 0));
        }
        Path full = Files.createSymbolicLink(folder.resolve("live.json.next"), Path.of("/dev/full"));
        trouble.clear();
        try (LiveFile live = file(NOBODY)) {
            live.onStarted(download("b", 0));
        }
        Files.delete(full);
        assertThat(trouble).singleElement().asString().contains(file() + " cannot be written");
        assertThat(kept()).containsExactly(download("a", 0));
    }

    @Test
    void whatTheListenerDidNotTakeInIsNotNoted() {
        ActivityListener throwing = new ActivityListener() {
            @Override
            public void onEnded(Ending ending) {
                throw new IllegalStateException("on purpose");
            }
        };
        try (LiveFile live = file(throwing)) {
            live.onStarted(download("a", 0));
            assertThatThrownBy(() -> live.onEnded(end(download("a", 0)))).hasMessage("on purpose");
        }
        assertThat(kept()).containsExactly(download("a", 0));
    }

    @Test
    void whereItCannotBeWrittenThatIsToldOnceAndItIsTriedAgain() throws IOException {
        Path missing = folder.resolve("missing");
        Path there = missing.resolve("live.json");
        LiveFile live = new LiveFile(there, NOBODY, trouble::add);
        live.onStarted(download("a", 0));
        live.close();
        live.close();
        assertThat(trouble).hasSize(2).last().asString().contains(there + " cannot be written");
        Files.createDirectory(missing);
        live.close();
        assertThat(there).content().contains("\"a\"");
        assertThat(trouble).hasSize(2);
    }

    @Test
    void theListenerIsToldAllThatTheMonitorTells() {
        RecordingListener told = new RecordingListener();
        try (LiveFile live = file(told)) {
            live.onStarted(download("a", 0));
            live.onProgress(download("a", 0), download("a", 50));
            live.onEnded(end(download("a", 50)));
            live.onSynchronized(Map.of());
        }
        assertThat(told.changes()).hasSize(3);
        assertThat(told.synchronizations()).isOne();
    }
}

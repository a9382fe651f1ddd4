package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.plexactivity.internal.wire.FrameFuzz;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of hundreds of bad frames comes between good ones: it costs its count, and the good ones are read. */
@Timeout(120)
class TortureTest {

    private static final List<String> NOTIFICATION_FIELDS = List.of("event", "uuid", "cancelled", "Activity");
    private static final List<String> ACTIVITY_FIELDS = List.of(
            "uuid",
            "type",
            "title",
            "subtitle",
            "progress",
            "cancellable",
            "cancelled",
            "userID",
            "Context",
            "Response",
            "new");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0.0",
            "-1",
            "101",
            "25.7",
            "\"25\"",
            "3e9",
            "1e308",
            "1e400",
            "9".repeat(401),
            "\"\"",
            "\"x\"",
            "\"\\u0000\\ud800\"",
            "[]",
            "[1]",
            "[[],null]",
            "{}",
            "{\"a\":{\"b\":[]}}",
            "{\"a\":1,\"a\":null,\"a\":[2]}");

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();
    private int advances;

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aDocumentThatIsNoJsonCostsACountAndNothingElse(Transport transport) throws Exception {
        List<String> documents =
                lines("malformed.txt").stream().map(TortureTest::withControls).toList();
        assertThat(documents).hasSizeGreaterThan(200);
        try (ActivityMonitor monitor = follow(transport)) {
            Activity job = begin();
            for (String document : documents) {
                long before = monitor.statistics().malformed();
                server.faults().sendText(transport, "activity", document);
                assertTheNextIsRead(monitor, job);
                assertThat(monitor.statistics().malformed()).as(document).isGreaterThan(before);
            }
            assertThat(monitor.activities()).containsOnlyKeys(job.uuid());
            assertUnharmed(monitor);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aWrongKindOfValueCostsItsFieldWhereverItStands(Transport transport) throws Exception {
        try (ActivityMonitor monitor = follow(transport)) {
            Activity job = begin();
            for (String value : VALUES) {
                for (String frame : framesWith(value)) {
                    FrameFuzz.fuzzerTestOneInput(frame.getBytes(UTF_8));
                    server.faults().sendText(transport, "activity", frame);
                }
                assertTheNextIsRead(monitor, job);
                assertThat(monitor.activities()).containsKeys(job.uuid(), "odd");
                assertThat(monitor.activities().values())
                        .allMatch(each -> each.progress().orElse(0) >= 0
                                && each.progress().orElse(0) <= 100);
            }
            assertUnharmed(monitor);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void naughtyTextsAreDeliveredVerbatimAndEachLineOfTheLogStaysOne(Transport transport) throws Exception {
        List<String> literals = lines("naughty.txt");
        try (CapturedLog log = new CapturedLog()) {
            try (ActivityMonitor monitor = follow(transport)) {
                monitor.listen(new ActivityListener() {
                    @Override
                    public void onProgress(Activity previous, Activity current) {
                        throw new IllegalStateException();
                    }
                });
                Activity job = begin();
                for (String literal : literals) {
                    String text = unquoted(literal);
                    server.faults().sendText(transport, "activity", naughty(literal));
                    until(() -> text.equals(
                            monitor.activities().getOrDefault("odd", job).title()));
                    Activity odd = monitor.activities().getOrDefault("odd", job);
                    assertThat(odd.type()).isEqualTo(text);
                    assertThat(odd.subtitle()).isEqualTo(text);
                    assertThat(odd.context()).containsEntry("key", text);
                }
                assertTheNextIsRead(monitor, job);
                assertUnharmed(monitor);
            }
            assertThat(log.text()).doesNotContain("forged", "jndi", "alert(0)");
            assertThat(log.text().lines()).allMatch(line -> line.matches("\\[.*|\tat .*|java\\.lang\\..*"));
        }
    }

    private ActivityMonitor follow(Transport transport) throws Exception {
        ActivityMonitor monitor = Quick.monitor(server)
                .transports(transport)
                .resyncEvery(Quick.NEVER)
                .build();
        monitor.listen(listener);
        join(monitor.start());
        return monitor;
    }

    private Activity begin() throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        return job;
    }

    private void assertTheNextIsRead(ActivityMonitor monitor, Activity job) {
        double progress = ++advances % 1_000 / 10.0;
        server.advance(job.uuid(), progress);
        until(() ->
                monitor.activities().getOrDefault(job.uuid(), job).progress().orElse(-1) == progress);
    }

    private void assertUnharmed(ActivityMonitor monitor) {
        assertThat(monitor.statistics().reconnects()).isZero();
        assertThat(monitor.status().lastError()).isEmpty();
        listener.verify();
    }

    private static List<String> framesWith(String value) {
        List<String> frames = new ArrayList<>();
        for (String field : ACTIVITY_FIELDS) {
            frames.add(notification("\"" + field + "\":" + value, ""));
        }
        for (String field : NOTIFICATION_FIELDS) {
            frames.add(notification("\"title\":\"odd\"", ",\"" + field + "\":" + value));
        }
        frames.add("{\"ActivityNotification\":" + value + "}");
        frames.add("{\"NotificationContainer\":" + value + "}");
        frames.add("{\"NotificationContainer\":{\"type\":" + value + ",\"ActivityNotification\":" + value + "}}");
        frames.add(value);
        return frames;
    }

    /** One whose last fields are these, whatever came before them. */
    private static String notification(String ofActivity, String ofNotification) {
        return "{\"ActivityNotification\":{\"event\":\"updated\",\"uuid\":\"odd\",\"Activity\":"
                + "{\"uuid\":\"odd\",\"type\":\"t\"," + ofActivity + "}" + ofNotification + "}}";
    }

    private static String naughty(String literal) {
        return notification(
                "\"type\":%1$s,\"title\":%1$s,\"subtitle\":%1$s,\"Context\":{\"key\":%1$s}".replace("%1$s", literal),
                "");
    }

    /** Its control pictures stand for control characters. */
    private static String withControls(String line) {
        StringBuilder text = new StringBuilder();
        line.chars().forEach(c -> text.append((char) (c >= 0x2400 && c <= 0x241f ? c - 0x2400 : c)));
        return text.toString();
    }

    private static String unquoted(String literal) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(literal)) {
            return parser.nextTextValue();
        }
    }

    private static List<String> lines(String file) throws IOException {
        return List.of(
                Files.readString(Path.of("src/test/resources/torture", file)).split("\n"));
    }
}

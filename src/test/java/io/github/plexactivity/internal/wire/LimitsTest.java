package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too deep, too long or too much costs a frame, a list or a value, and nothing else. */
class LimitsTest {

    private static final int FRAME = 1 << 20;
    private static final String TOO_DEEP = "malformed: the JSON is nested too deep, or a text in it is too long";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"ActivityNotification\":",
                "{\"NotificationContainer\":",
                "{\"x\":",
                "{\"ActivityNotification\":{\"event\":\"ended\",\"uuid\":\"a1\",\"Activity\":{\"Context\":{\"a\":"
            })
    void aDepthOfAHundredThousandCostsTheFrame(String before) {
        assertThat(HeardSink.of("", before + "[".repeat(100_000)).lines).containsExactly(TOO_DEEP);
        assertThat(HeardSink.of("", before + "{\"a\":".repeat(100_000)).lines).containsExactly(TOO_DEEP);
    }

    @Test
    void containersInAContainerUntoItselfAreNotFollowed() {
        String frame = "{\"NotificationContainer\":".repeat(900) + "{}" + "}".repeat(900);

        assertThat(HeardSink.of("", frame).lines).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "31, 31", "32, 31", "500, 31"})
    void aContextIsKeptDownToTheThirtySecondLevel(int sent, int kept) {
        String context = "{\"a\":".repeat(sent) + "{\"b\":1}" + "}".repeat(sent);
        String frame = update("\"Context\":" + context + ",\"title\":\"after\"");

        Object level = only(frame).context();
        int levels = 0;
        while (level instanceof Map<?, ?> map && map.get("a") != null) {
            level = map.get("a");
            levels++;
        }

        assertThat(levels).isEqualTo(kept);
        assertThat(level).isEqualTo(sent <= 31 ? Map.of("b", 1L) : Map.of());
        assertThat(only(frame).title()).isEqualTo("after");
    }

    @Test
    void listsCountAsLevelsToo() {
        String frame = update("\"Context\":{\"a\":" + "[".repeat(31) + "[7]" + "]".repeat(31) + ",\"b\":1}");

        Object level = only(frame).context().get("a");
        int levels = 1;
        while (level instanceof List<?> list && !list.isEmpty()) {
            level = list.get(0);
            levels++;
        }

        assertThat(level).isEqualTo(List.of());
        assertThat(levels).isEqualTo(31);
        assertThat(only(frame).context()).containsEntry("b", 1L);
    }

    @Test
    void aTextAsLongAsAFrameMayBeIsKept() {
        String title = "x".repeat(FRAME);

        assertThat(only(update("\"title\":\"" + title + "\"")).title()).isEqualTo(title);
    }

    @Test
    void anUnknownNumberAsLongAsAFrameMayBeIsPassedOver() {
        String digits = "9".repeat(FRAME);

        assertThat(only(update("\"new\":" + digits + ",\"progress\":-" + digits + ",\"title\":\"after\""))
                        .title())
                .isEqualTo("after");
    }

    @Test
    void aUuidOfTenThousandCharactersIsOneLikeAnyOther() {
        String uuid = "../a/b?c#d ".repeat(1_000);
        String frame = "{\"ActivityNotification\":{\"event\":\"ended\",\"uuid\":\"" + uuid + "\"}}";

        assertThat(HeardSink.of("", frame).lines).containsExactly("ended " + uuid);
    }

    @Test
    void namesMadeToCollideCostNothing() {
        String names = IntStream.range(0, 1 << 12)
                .mapToObj(i ->
                        Integer.toBinaryString(i | 1 << 12).replace("0", "Ab").replace("1", "BA"))
                .map(name -> "\"" + name + "\":0,")
                .collect(Collectors.joining());

        assertThat(only(update(names + "\"title\":\"after\"")).title()).isEqualTo("after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"MediaContainer\":{\"size\":0}} ",
                " ",
                "<MediaContainer size=\"0\"><a/> ",
                "{\"MediaContainer\":{\"size\":0,\"x\":\"",
                "<MediaContainer size=\"0\" x=\"",
                "<MediaContainer size=\"0\"><!-- > "
            })
    void aBodyWithoutEndIsRefused(String beginning) {
        EndlessBlanks blanks = new EndlessBlanks();
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(beginning.getBytes(UTF_8)), blanks);

        assertThatThrownBy(() -> new SnapshotDecoder(uuid -> null).decode(body, 10))
                .isInstanceOf(MonitorException.Malformed.class);
        assertThat(blanks.read).isLessThanOrEqualTo(BoundedBody.MOST + 10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"MediaContainer\":{\"Activity\":{\"uuid\":\"",
                "<MediaContainer size=\"0\" x=\"",
                "<MediaContainer size=\"0\"><!-- > "
            })
    void aPieceWithoutEndIsRefusedLongBeforeTheBodyIs(String beginning) {
        EndlessBlanks blanks = new EndlessBlanks();
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(beginning.getBytes(UTF_8)), blanks);

        assertThatThrownBy(() -> new SnapshotDecoder(uuid -> null).decode(body, 10))
                .isInstanceOf(MonitorException.Malformed.class);
        assertThat(blanks.read).isLessThan(BoundedBody.MOST / 8);
    }

    @Test
    void aListMayBeFarLongerThanAnyPieceOfIt() throws IOException {
        String row = "<Activity uuid=\"a\" title=\"" + "x".repeat(1_000) + "\"/>\n";

        String body = "<MediaContainer size=\"6000\">" + row.repeat(6_000) + "</MediaContainer>";

        assertThat(list(body, 10).rows()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"MediaContainer\":{\"size\":0,\"x\":[%s", "<MediaContainer size=\"0\">%s"})
    void aListNestedWithoutEndIsRefused(String beginning) {
        String deep = (beginning.startsWith("<") ? "<a>" : "[").repeat(100_000);

        assertThatThrownBy(() -> list(beginning.formatted(deep), 10)).isInstanceOf(MonitorException.Malformed.class);
    }

    @Test
    void aListInXmlMayBeAHundredLevelsDeep() throws IOException {
        assertThat(list(deepXml(100), 10).rows()).isEmpty();
        assertThatThrownBy(() -> list(deepXml(101), 10)).isInstanceOf(MonitorException.Malformed.class);
    }

    private static String deepXml(int levels) {
        int inner = levels - 1;
        return "<MediaContainer size=\"0\">" + "<a>".repeat(inner) + "</a>".repeat(inner) + "</MediaContainer>";
    }

    @Test
    void rowsBeyondTheLimitAreCountedWithoutBeingLookedAt() throws IOException {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"uuid\":\"a" + i + "\"}")
                .collect(Collectors.joining(",", "[", ",null,7]"));

        Snapshot snapshot = list("{\"MediaContainer\":{\"size\":5002,\"Activity\":" + rows + "}}", 100);

        assertThat(snapshot.rows()).hasSize(100).containsKeys("a0", "a99");
        assertThat(snapshot.overflowed()).isEqualTo(4_902);
        assertThat(snapshot.malformed()).isZero();
    }

    private static Snapshot list(String body, int maxActivities) throws IOException {
        return new SnapshotDecoder(uuid -> null).decode(new ByteArrayInputStream(body.getBytes(UTF_8)), maxActivities);
    }

    private static String update(String fields) {
        return "{\"ActivityNotification\":{\"event\":\"updated\",\"uuid\":\"a1\",\"Activity\":{" + fields + "}}}";
    }

    private static Activity only(String frame) {
        return Objects.requireNonNull(HeardSink.of("", frame).reports.get(0).activity());
    }

    /** Counts what was read of it. */
    private static final class EndlessBlanks extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return ' ';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) ' ');
            read += length;
            return length;
        }
    }
}

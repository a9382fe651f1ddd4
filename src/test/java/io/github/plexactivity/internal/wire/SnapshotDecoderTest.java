package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDecoderTest {

    private static final String JSON =
            "{\"MediaContainer\":{\"size\":2,\"Activity\":[{\"uuid\":\"a1\"},{\"uuid\":\"b2\"}]}}";
    private static final String XML =
            "<MediaContainer size=\"2\"><Activity uuid=\"a1\"/><Activity uuid=\"b2\"></Activity></MediaContainer>";

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aBodyIsWhatItsTableSays(Case row) {
        assertThat(shown(row.input())).containsExactlyElementsOf(row.expected());
    }

    static Stream<Case> tables() {
        return Stream.of("lists.txt", "lists-xml.txt").flatMap(Case::in);
    }

    private static List<String> shown(String body) {
        List<String> lines = new ArrayList<>();
        try {
            Snapshot snapshot = decoded(body.getBytes(UTF_8), 100);
            snapshot.rows().forEach((uuid, row) -> {
                assertThat(row.uuid()).isEqualTo(uuid);
                lines.add(uuid + " " + Shown.activity(row));
            });
            lines.add(snapshot.malformed() + " malformed, " + snapshot.overflowed() + " overflowed");
        } catch (MonitorException.Malformed e) {
            lines.add("refused: " + e.getMessage());
        } catch (IOException e) {
            lines.add("broken: " + e);
        }
        return lines;
    }

    private static Snapshot decoded(byte[] body, int maxActivities) throws IOException {
        return new SnapshotDecoder(uuid -> null).decode(new ByteArrayInputStream(body), maxActivities);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void aListCutAnywhereIsRefusedAndNeverAShorterList(String body) {
        for (int length = 0; length < body.length(); length++) {
            byte[] cut = body.substring(0, length).getBytes(UTF_8);
            assertThatThrownBy(() -> decoded(cut, 100))
                    .as("cut after %s bytes", length)
                    .isInstanceOf(MonitorException.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void aMarkAndBlanksMayComeFirstAndBlanksLast(String body) throws IOException {
        assertThat(decoded(("\uFEFF \r\n\t" + body + "\r\n ").getBytes(UTF_8), 100)
                        .rows())
                .containsOnlyKeys("a1", "b2");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void nothingElseMayComeFirst(String body) {
        for (String first : List.of("\0", ",", "x")) {
            assertThatThrownBy(() -> decoded((first + body).getBytes(UTF_8), 100))
                    .isInstanceOf(MonitorException.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void rowsBeyondTheLimitAreCountedAndNotTaken(String body) throws IOException {
        Snapshot snapshot = decoded(body.getBytes(UTF_8), 1);

        assertThat(snapshot.rows()).containsOnlyKeys("a1");
        assertThat(snapshot.overflowed()).isEqualTo(1);
    }

    @Test
    void rowsThatAreTooHeavyTogetherAreCountedAndNotTaken() throws IOException {
        String rows = IntStream.range(0, 18)
                .mapToObj(i -> "{\"uuid\":\"a" + i + "\",\"subtitle\":\"" + "x".repeat(1 << 20) + "\"}")
                .collect(Collectors.joining(","));
        String body = "{\"MediaContainer\":{\"size\":18,\"Activity\":[" + rows + "]}}";
        Snapshot snapshot = decoded(body.getBytes(UTF_8), 100);

        assertThat(snapshot.rows()).hasSize(16);
        assertThat(snapshot.overflowed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void aConnectionThatBreaksIsNoMalformedList(String body) {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        InputStream half = new ByteArrayInputStream(body.substring(0, 30).getBytes(UTF_8));

        assertThatThrownBy(() -> new SnapshotDecoder(uuid -> null).decode(new SequenceInputStream(half, broken), 100))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"MediaContainer\":{\"size\":1,\"Activity\":{\"uuid\":\"a1\",\"title\":\"caf\u00e9\"}}}",
                "<MediaContainer size=\"1\"><Activity uuid=\"a1\" title=\"caf\u00e9\"/></MediaContainer>"
            })
    void aByteThatIsNotUtf8CostsACharacterAndNotTheList(String body) throws IOException {
        byte[] latin1 = body.getBytes(ISO_8859_1);

        assertThat(decoded(latin1, 100).rows().values())
                .extracting(Activity::title)
                .containsExactly("caf\uFFFD");
    }

    @Test
    void aRefusalQuotesNothingOfTheBody() {
        assertThatThrownBy(() -> decoded("{\"MediaContainer\":secret".getBytes(UTF_8), 100))
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> decoded("<secret></other>".getBytes(UTF_8), 100))
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void theBodyIsLeftOpen(String text) throws IOException {
        boolean[] closed = {false};
        InputStream body = new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        new SnapshotDecoder(uuid -> null).decode(body, 100);

        assertThat(closed[0]).isFalse();
    }
}

package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames and lists that were good and then damaged at random, the same way for the same seed. */
class MutatedFramesTest {

    private static final int ROUNDS = 2_000;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "null",
        "true",
        "-",
        "1e999",
        "9".repeat(30),
        "\0",
        "\uD800",
        "\"uuid\":",
        "\"Activity\":",
        "\"ActivityNotification\":",
        "\"event\":\"ended\",",
        "<",
        "/>",
        "</Activity>",
        "&amp;",
        "&",
        "<!DOCTYPE a>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "="
    };

    private final NotificationDecoder decoder = new NotificationDecoder();
    private final SnapshotDecoder lists = new SnapshotDecoder();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damageToAFrameNeverThrowsAndLeavesReportsWhole(long seed) {
        List<String> good = inputs("shapes.txt", "envelopes.txt", "fields.txt")
                .map(input -> input.substring(input.indexOf(' ') + 1))
                .toList();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String frame = mutated(good, random);
            HeardSink heard = new HeardSink();
            try {
                decoder.decode("", frame, heard);
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + ", round " + round + ": " + frame, e);
            }
            assertThat(heard.reports).as(frame).allSatisfy(MutatedFramesTest::assertWhole);
            assertThat(heard.lines)
                    .as(frame)
                    .allSatisfy(line -> assertThat(
                                    line.startsWith("malformed") ? line.lines().count() : 1)
                            .isEqualTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void damageToAListGivesAListOrARefusal(long seed) {
        List<String> good = inputs("lists.txt", "lists-xml.txt").toList();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String body = mutated(good, random);
            try {
                lists.decode(new ByteArrayInputStream(body.getBytes(UTF_8)), 10)
                        .rows()
                        .forEach((uuid, row) -> assertWhole(new Report(uuid, false, false, row)));
            } catch (MonitorException.Malformed e) {
                assertThat(e.getMessage()).doesNotContain("\n");
            } catch (IOException | RuntimeException | Error e) {
                fail("seed " + seed + ", round " + round + ": " + body, e);
            }
        }
    }

    private static void assertWhole(Report report) {
        assertThat(report.uuid()).isNotEmpty();
        Activity activity = report.activity();
        if (activity != null) { // Its own constructor has checked the rest.
            assertThat(activity.uuid()).isEqualTo(report.uuid());
        }
    }

    private static Stream<String> inputs(String... tables) {
        return Stream.of(tables).flatMap(Case::in).map(Case::input);
    }

    private static String mutated(List<String> good, Random random) {
        StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
        for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
                case 4 -> text.insert(from, good.get(random.nextInt(good.size())));
                default -> text.insert(from, (char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }
}

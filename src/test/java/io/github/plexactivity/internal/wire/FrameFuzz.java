package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whatever a frame holds: it is read as the tree of its JSON says, or costs a count, and the next one is read. */
public final class FrameFuzz {

    /** Documents from about this depth on may be refused. */
    private static final int SURELY_READ = 990;

    private static final String GOOD = "{\"ActivityNotification\":{\"event\":\"ended\",\"uuid\":\"good\"}}";

    /** Goes from input to input, as the decoder of a stream goes from frame to frame. */
    private static final HeardSink HEARD = new HeardSink();

    private static final NotificationDecoder DECODER = new NotificationDecoder(FrameFuzz::known, HEARD);
    private static @Nullable Activity latest;

    private FrameFuzz() {}

    /** Called by the fuzzer, and for every kept input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String frame = new String(input, UTF_8);
        HEARD.clear();
        DECODER.decode("", frame);
        HEARD.reports.forEach(report -> Whole.report(report, frame.length()));
        HEARD.reports.forEach(report -> latest = report.activity());
        assertThat(HEARD.lines).allMatch(line -> !line.startsWith("malformed") || line.indexOf('\n') < 0);
        assertToldWhatItHolds(frame, HEARD.lines);
        assertThat(HeardSink.of("", frame).lines).as("by a new decoder").isEqualTo(HEARD.lines);
        assertTheNextIsRead();
    }

    /** The frames of the tables, to begin with. */
    public static Stream<String> seeds() {
        return Stream.of("shapes.txt", "envelopes.txt", "fields.txt", "broken.txt")
                .flatMap(Case::in)
                .map(each -> each.input().substring(each.input().indexOf(' ') + 1));
    }

    private static void assertToldWhatItHolds(String frame, List<String> lines) {
        Optional<Node> tree = PlainJson.read(frame.startsWith("\uFEFF") ? frame.substring(1) : frame);
        if (tree.isEmpty()) {
            assertThat(lines).as("no JSON costs a count").anyMatch(line -> line.startsWith("malformed"));
        } else if (tree.get().depth() < SURELY_READ && !tree.get().hasBrokenName()) {
            assertThat(lines).isEqualTo(ExpectedFrame.of(tree.get()));
        }
    }

    private static @Nullable Activity known(String uuid) {
        return latest != null && latest.uuid().equals(uuid) ? latest : null;
    }

    private static void assertTheNextIsRead() {
        HEARD.clear();
        DECODER.decode("activity", GOOD);
        assertThat(HEARD.lines).containsExactly("ended good");
    }
}

package io.github.plexactivity.internal.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One decoder reads all the frames of a stream: none may change what another says. */
class FrameByFrameTest {

    private static final String END = "{\"ActivityNotification\":{\"event\":\"ended\",\"uuid\":\"%s\"}}";

    private final HeardSink sink = new HeardSink();
    private final NotificationDecoder decoder = new NotificationDecoder(uuid -> null, sink);

    private String lines(String frame) {
        sink.clear();
        decoder.decode("activity", frame);
        return String.join(", ", sink.lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \r\n\t ",
                "{",
                "{\"ActivityNotification\":{\"event\":\"ended\",\"uuid\":\"cut",
                "{\"ActivityNotification\":[",
                "12",
                "tru",
                "true",
                "\"a text\"",
                "]",
                "{}{}",
                "{} {",
                "{}\u0000",
                "no JSON",
            })
    void afterAnyFrameTheNextIsReadAsIfItWereTheFirst(String frame) {
        for (int i = 0; i < 3; i++) {
            assertThat(lines(END.formatted("a" + i))).isEqualTo("ended a" + i);
            assertThat(lines(frame)).isEqualTo(String.join(", ", HeardSink.of("activity", frame).lines));
        }
        assertThat(lines(END.formatted("b"))).isEqualTo("ended b");
    }

    @Test
    void blanksAroundAFrameMeanNothing() {
        for (int i = 0; i < 3; i++) {
            assertThat(lines(" \n" + END.formatted("a" + i) + "\r\n\t ")).isEqualTo("ended a" + i);
        }
    }

    @Test
    void framesOfAllLengthsFollowEachOther() {
        for (int length = 0; length < 40_000; length = length * 3 / 2 + 1) {
            String title = "x".repeat(length);
            String frame = "{\"ActivityNotification\":{\"event\":\"updated\",\"uuid\":\"a\",\"Activity\":{\"title\":\""
                    + title + "\"}}}" + " ".repeat(length);
            sink.clear();
            decoder.decode("activity", frame);
            Activity activity = requireNonNull(sink.reports.get(0).activity());
            assertThat(activity.title()).isEqualTo(title);
            assertThat(lines(frame + "x")).endsWith("malformed: something behind the value of a frame");
        }
    }

    @Test
    void thousandsOfFramesFollowEachOther() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(lines(END.formatted("a" + i))).isEqualTo("ended a" + i);
        }
    }
}

package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationDecoderTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aFrameTellsWhatItsTableSays(Case row) {
        int gap = row.input().indexOf(' ');
        String name = row.input().substring(0, gap);

        HeardSink heard =
                HeardSink.of(name.equals("unnamed") ? "" : name, row.input().substring(gap + 1));

        assertThat(heard.lines).containsExactlyElementsOf(row.expected());
    }

    @Test
    void whatOneFrameSaidIsForgottenAtTheNext() {
        NotificationDecoder decoder = new NotificationDecoder();
        HeardSink heard = new HeardSink();

        decoder.decode(
                "activity",
                "{\"event\":\"ended\",\"uuid\":\"a1\",\"cancelled\":1,\"Activity\":{\"title\":\"A\"}}",
                heard);
        decoder.decode("activity", "{}", heard);
        decoder.decode("activity", "{\"event\":\"ended\",\"uuid\":\"b2\",\"cancelled\":1,\"Acti", heard);
        decoder.decode("activity", "{\"event\":\"updated\",\"Activity\":{\"uuid\":\"c3\"}}", heard);

        assertThat(heard.lines)
                .containsExactly(
                        "ended a1 cancelled \"\" \"A\" \"\" -",
                        "malformed: the JSON is cut short",
                        "lives c3 \"\" \"\" \"\" -");
    }

    static Stream<Case> tables() {
        return Stream.of("envelopes.txt", "shapes.txt", "fields.txt", "broken.txt")
                .flatMap(Case::in);
    }
}

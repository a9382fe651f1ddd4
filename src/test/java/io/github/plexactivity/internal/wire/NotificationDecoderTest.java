package io.github.plexactivity.internal.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.util.HashMap;
import java.util.Map;
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
        HeardSink heard = new HeardSink();
        NotificationDecoder decoder = new NotificationDecoder(uuid -> null, heard);

        decoder.decode(
                "activity", "{\"event\":\"ended\",\"uuid\":\"a1\",\"cancelled\":1,\"Activity\":{\"title\":\"A\"}}");
        decoder.decode("activity", "{}");
        decoder.decode("activity", "{\"event\":\"ended\",\"uuid\":\"b2\",\"cancelled\":1,\"Acti");
        decoder.decode("activity", "{\"event\":\"updated\",\"Activity\":{\"uuid\":\"c3\"}}");

        assertThat(heard.lines)
                .containsExactly(
                        "ended a1 cancelled \"\" \"A\" \"\" -",
                        "malformed: the JSON is cut short",
                        "lives c3 \"\" \"\" \"\" -");
    }

    @Test
    void whatIsKnownWordForWordIsNotMadeAgain() {
        HeardSink heard = new HeardSink();
        Map<String, Activity> known = new HashMap<>();
        NotificationDecoder decoder = new NotificationDecoder(known::get, heard);
        String frame = """
                {"ActivityNotification":{"event":"updated","uuid":"a","Activity":{"uuid":"a","type":"library.update.section",\
                "title":"Scanning Films","subtitle":"%s","Context":{"librarySectionID":"%d"},"Response":{"key":"/1"}}}}""";
        decoder.decode("activity", frame.formatted("Alien", 1));
        Activity first = requireNonNull(heard.reports.get(0).activity());
        known.put("a", first);

        decoder.decode("activity", frame.formatted("Alien", 1));
        Activity again = requireNonNull(heard.reports.get(1).activity());
        assertThat(again.uuid()).isSameAs(first.uuid());
        assertThat(heard.reports.get(1).uuid()).isSameAs(first.uuid());
        assertThat(again.type()).isSameAs(first.type());
        assertThat(again.title()).isSameAs(first.title());
        assertThat(again.subtitle()).isSameAs(first.subtitle());
        assertThat(again.context()).isSameAs(first.context());
        assertThat(again.response()).isSameAs(first.response());

        decoder.decode("activity", frame.formatted("Aliens", 2));
        Activity other = requireNonNull(heard.reports.get(2).activity());
        assertThat(other.subtitle()).isEqualTo("Aliens");
        assertThat(other.context()).isEqualTo(Map.of("librarySectionID", "2"));
    }

    static Stream<Case> tables() {
        return Stream.of("envelopes.txt", "shapes.txt", "fields.txt", "broken.txt")
                .flatMap(Case::in);
    }
}

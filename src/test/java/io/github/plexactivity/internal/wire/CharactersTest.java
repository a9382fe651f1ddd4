package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text arrives verbatim, whatever is in it. */
class CharactersTest {

    private static final String END = "{\"ActivityNotification\":{\"event\":\"ended\",\"uuid\":\"a1\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\0b",
                "line\nline\r\n\u2028",
                "\uD800",
                "\uDC00\uD83D",
                "\uFEFF",
                "\uFFFF",
                "\u202Ertl",
                "<b>&amp;",
                "%s ${jndi:x}",
                "\u001B[31m"
            })
    void textIsDeliveredVerbatim(String text) {
        assertThat(title(escaped(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\uFFFE", "\uD83C\uDFAC", "\u007F", "\u2028"})
    void textThatNeedsNoEscapeIsDeliveredVerbatimToo(String text) {
        assertThat(title(text)).isEqualTo(text);
    }

    @Test
    void textInAListIsDeliveredVerbatim() throws IOException {
        String body = "{\"MediaContainer\":{\"size\":1,\"Activity\":[{\"uuid\":\"a1\",\"title\":\""
                + escaped("a\0\uD800") + "\"}]}}";

        assertThat(new SnapshotDecoder(uuid -> null)
                        .decode(new ByteArrayInputStream(body.getBytes(UTF_8)), 1)
                        .rows()
                        .values())
                .extracting(Activity::title)
                .containsExactly("a\0\uD800");
    }

    @Test
    void aByteOrderMarkBeforeAFrameIsSkipped() {
        assertThat(HeardSink.of("", "\uFEFF" + END).lines).containsExactly("ended a1");
    }

    @Test
    void aByteOrderMarkAloneIsAnEmptyFrame() {
        assertThat(HeardSink.of("", "\uFEFF").lines).containsExactly("malformed: an empty frame");
        assertThat(HeardSink.of("", "").lines).containsExactly("malformed: an empty frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\uFEFF\uFEFF", "\uD800", "\u00A0"})
    void strayCharactersBeforeAFrameCostIt(String stray) {
        assertThat(HeardSink.of("", stray + END).lines).containsExactly("malformed: no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\uFEFF", "\uD800", "\u00A0"})
    void strayCharactersAfterAFrameCostNothingThatWasWhole(String stray) {
        assertThat(HeardSink.of("", END + stray).lines)
                .containsExactly("ended a1", "malformed: something behind the value of a frame");
    }

    @Test
    void lineEndsAndIndentsBetweenTheTokensAreOfNoAccount() {
        assertThat(HeardSink.of("", END.replaceAll("([{:,}])", "\r\n\t $1 ")).lines)
                .containsExactly("ended a1");
    }

    private static String title(String inQuotes) {
        String frame = "{\"ActivityNotification\":{\"event\":\"updated\",\"uuid\":\"a1\",\"Activity\":{\"title\":\""
                + inQuotes + "\"}}}";
        return Objects.requireNonNull(HeardSink.of("", frame).reports.get(0).activity())
                .title();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}

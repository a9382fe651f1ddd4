package io.github.plexactivity.examples.fleet.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.plexactivity.model.Activity;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityJsonTest {
    private static final String LEAST = """
            {"server":"s","uuid":"u","state":"live","started":"2026-11-23T12:00:00Z","changed":"2026-11-23T12:00:01Z"}""";

    @Test
    void whatRunsComesBackAsItWas() {
        ActivityRecord record = Samples.live("a/b", "u-1", 42.5);
        assertThat(ActivityJson.read(ActivityJson.write(record))).isEqualTo(record);
    }

    @Test
    void anEndingComesBackAsItWas() {
        ActivityRecord record = Samples.ended("s", "u-1", Samples.NOON.plusMillis(1));
        assertThat(ActivityJson.read(ActivityJson.write(record))).isEqualTo(record);
    }

    @Test
    void itIsWrittenAsTheReadmeTells() {
        String written = new String(ActivityJson.write(Samples.ended("s", "u", Samples.NOON)), UTF_8);
        assertThat(written)
                .startsWith("{\"server\":\"s\",\"uuid\":\"u\",\"state\":\"ended\",\"type\":\"library.update.section\"")
                .contains("\"progress\":100.0,\"cancellable\":true,\"user\":1,\"context\":{")
                .endsWith("\"started\":\"2026-11-23T12:00:00Z\",\"changed\":\"2026-11-23T12:00:00Z\","
                        + "\"outcome\":\"COMPLETED\",\"evidence\":\"FINAL_PROGRESS\",\"ended\":\"2026-11-23T12:00:00Z\","
                        + "\"worker\":\"w\"}");
    }

    @Test
    void anOlderRecordLacksWhatMayBeMissing() {
        ActivityRecord record = ActivityJson.read(LEAST.getBytes(UTF_8));
        assertThat(record.isLive()).isTrue();
        assertThat(record.activity())
                .isEqualTo(new Activity(
                        "u", "", "", "", OptionalDouble.empty(), false, OptionalLong.empty(), Map.of(), Map.of()));
    }

    @Test
    void aNewerOneMayHoldMoreThanIsKnown() {
        String more = LEAST.replace("{\"server\"", "{\"priority\":{\"of\":[1,null]},\"server\"");
        assertThat(ActivityJson.read(more.getBytes(UTF_8)).activity().uuid()).isEqualTo("u");
    }

    @Test
    void valuesThatAnActivityCannotHoldAreMadeToFit() {
        String odd = LEAST.replace(
                "{\"server\"", "{\"context\":{\"n\":null,\"big\":99999999999999999999,\"l\":[null,1]},\"server\"");
        assertThat(ActivityJson.read(odd.getBytes(UTF_8)).activity().context())
                .isEqualTo(Map.of("big", 1e20, "l", java.util.List.of(1L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "\u0000\u0001",
                "{\"server\":\"s\",\"uuid\":\" \",\"state\":\"live\",\"started\":\"2026-11-23T12:00:00Z\",\"changed\":\"2026-11-23T12:00:01Z\"}",
                "{\"server\":\"s\",\"uuid\":\"a\\nb\",\"state\":\"live\",\"started\":\"2026-11-23T12:00:00Z\",\"changed\":\"2026-11-23T12:00:01Z\"}",
                "{\"server\":\"s\",\"uuid\":\"u\",\"state\":\"paused\",\"started\":\"2026-11-23T12:00:00Z\",\"changed\":\"2026-11-23T12:00:01Z\"}",
                "{\"server\":\"s\",\"uuid\":\"u\",\"state\":\"ended\",\"started\":\"2026-11-23T12:00:00Z\",\"changed\":\"2026-11-23T12:00:01Z\"}",
                "{\"server\":\"s\",\"uuid\":\"u\",\"state\":\"live\",\"started\":\"noon\",\"changed\":\"2026-11-23T12:00:01Z\"}",
                "{\"server\":\"s\",\"uuid\":\"u\",\"state\":\"live\",\"progress\":101,\"started\":\"2026-11-23T12:00:00Z\",\"changed\":\"2026-11-23T12:00:01Z\"}"
            })
    void whatIsNoActivityIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> ActivityJson.read(text.getBytes(UTF_8)));
    }

    @Test
    void aValueNestedWithoutEndIsUnreadable() {
        String deep = "{\"context\":" + "[".repeat(100_000);
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> ActivityJson.read(deep.getBytes(UTF_8)));
    }

    @Test
    void ofAnActivityTooLargeForABrokerTheContextIsLeftOut() {
        Activity large = new Activity(
                "u",
                "t",
                "x".repeat(300_000),
                "",
                OptionalDouble.empty(),
                false,
                OptionalLong.empty(),
                Map.of("key", "y".repeat(300_000)),
                Map.of());
        byte[] written =
                ActivityJson.write(new ActivityRecord("s", large, Samples.NOON, Samples.NOON, Optional.empty(), "w"));
        assertThat(written).hasSizeLessThan(2_000);
        assertThat(ActivityJson.read(written).activity().title()).hasSize(1_001).endsWith("…");
    }
}

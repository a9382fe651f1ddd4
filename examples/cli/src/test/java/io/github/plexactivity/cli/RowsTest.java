package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.terminal.Words;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class RowsTest {
    private static final Activity SCAN = new Activity(
            "40874a0a-9558-4554-b070-0dae4e2f5b9c",
            "library.update.section",
            "雪の灯台と長い長い長い長い長い長い題名",
            "",
            OptionalDouble.of(42),
            false,
            OptionalLong.of(1),
            Map.of(),
            Map.of());

    @Test
    void aNarrowTerminalGoesWithoutTheTypeAndAnEvenNarrowerWithoutMore() {
        assertThat(table(120)).contains("TYPE", "CANCEL");
        assertThat(table(80)).contains("CANCEL", "42 %").doesNotContain("TYPE");
        assertThat(table(66)).contains("42 %").doesNotContain("TYPE", "CANCEL");
    }

    @ParameterizedTest
    @ValueSource(ints = {66, 80, 100, 120})
    void noLineIsLongerThanTheTerminalIsWide(int columns) {
        assertThat(table(columns).lines()).allMatch(line -> Words.columns(line) <= columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 80, 1_000})
    void theUuidIsNeverCut(int columns) {
        assertThat(table(columns)).contains(SCAN.uuid());
    }

    private static String table(int columns) {
        return Rows.table(List.of(SCAN), columns, Help.defaultColorScheme(Ansi.OFF));
    }
}

package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class FindingLinesTest {
    private static final Finding FINDING =
            Finding.bad("WebSocket", "refused with 400 by somebody", "Have the proxy pass on the upgrade.");

    @Test
    void aFindingIsALineAndItsAdviceAnother() {
        assertThat(new FindingLines(2_000, Ansi.OFF).of(FINDING).lines())
                .containsExactly(
                        "bad   WebSocket           refused with 400 by somebody",
                        "      -> Have the proxy pass on the upgrade.");
    }

    @Test
    void aNarrowTerminalWrapsThemBetweenWords() {
        assertThat(new FindingLines(50, Ansi.OFF).of(FINDING).lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.length() <= 50)
                .anyMatch(line -> line.endsWith("refused with 400 by"));
    }

    @Test
    void coloursAreForThoseWhoWantThem() {
        assertThat(new FindingLines(80, Ansi.ON).of(FINDING)).contains("\u001b[31mbad");
        assertThat(new FindingLines(80, Ansi.OFF).of(FINDING)).doesNotContain("\u001b");
    }
}

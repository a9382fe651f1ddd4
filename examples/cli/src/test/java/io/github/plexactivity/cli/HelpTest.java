package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsWhatItTakesHowItEndsAndHowItIsUsed(String command) throws Exception {
        Run run = Run.of(command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Options:", "Exit codes:", "Examples:");
        assertThat(run.out()).anyMatch(line -> line.startsWith("  124   not over"));
        assertThat(run.out()).anyMatch(line -> line.startsWith("  plex-activities " + command));
        assertThat(run.out()).allMatch(line -> line.length() <= 100);
        assertThat(Run.of("help", command).out()).isEqualTo(run.out());
    }

    static Stream<String> commands() {
        return Stream.of("watch", "list", "wait", "cancel", "scan", "record", "replay", "doctor");
    }

    @Test
    void theWholeListsEveryCommandAndEveryExitCode() throws Exception {
        Run run = Run.of("--help");

        assertThat(run.exit()).isZero();
        assertThat(commands())
                .allMatch(command -> run.out().stream().anyMatch(line -> line.startsWith("  " + command)));
        assertThat(run.out().stream()
                        .filter(line -> line.matches(" +[0-9]+ .*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "124", "130");
    }

    @Test
    void completionKnowsTheCommandsAndTheirOptions() throws Exception {
        Run run = Run.of("generate-completion");

        assertThat(run.exit()).isZero();
        assertThat(run.out().get(0)).startsWith("#!");
        assertThat(run.all()).contains("plex-activities", "doctor", "--seen-within", "bashcompinit");
    }

    @Test
    void theLibrarysOwnCommandsDoNotSpeakOfTheWhole() throws Exception {
        assertThat(Run.of("generate-completion", "--help").all()).doesNotContain("Exit codes", "jq");
    }
}

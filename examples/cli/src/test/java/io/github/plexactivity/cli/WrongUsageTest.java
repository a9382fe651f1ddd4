package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUsageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret",
                "--s3cret",
                "list s3cret",
                "list --tokn=s3cret",
                "list --token s3cret",
                "list --server",
                "list --server http://h/?X-Plex-Token=s3cret",
                "list --server http://s3cret@h",
                "list --server ftp://s3cret",
                "list --server s%3cret^",
                "list --token-file /s3cret",
                "list --token-file -",
                "wait",
                "wait s3cret --type s3cret",
                "wait s3cret --next",
                "wait s3cret --timeout s3cret",
                "wait s3cret --timeout -3",
                "wait s3cret --timeout 0",
                "wait s3cret --timeout 9999999h",
                "wait s3cret --transport s3cret",
                "cancel",
                "cancel ..",
                "scan",
                "scan ../s3cret",
                "scan 3 --timeout 5m",
                "scan 3 --seen-within 5s",
                "scan 3 --transport poll",
                "record",
                "record /s3cret/s3cret/x",
                "replay",
                "replay --plain --json s3cret",
                "replay --pace NaN s3cret",
                "replay --pace 0 s3cret",
                "doctor --for s3cret"
            })
    void isOneLineThatRepeatsNothingThatMayBeSecret(String arguments) throws Exception {
        Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().startsWith("plex-activities: ");
        assertThat(run.err().get(0).replace("--s3cret", "")).doesNotContain("s3cret");
    }

    @Test
    void aTokenOnTheCommandLineIsToldHowToComeInstead() throws Exception {
        assertThat(Run.of("list", "--token=x").err())
                .containsExactly(
                        "plex-activities: A token on the command line could be seen by others: set PLEX_TOKEN, or"
                                + " use --token-file. See 'plex-activities list --help'.");
    }

    @Test
    void aMisspeltCommandIsGuessed() throws Exception {
        assertThat(Run.of("lst").err())
                .containsExactly(
                        "plex-activities: There is no such command: perhaps list. See 'plex-activities --help'.");
    }
}

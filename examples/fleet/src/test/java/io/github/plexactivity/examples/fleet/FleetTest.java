package io.github.plexactivity.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FleetTest {
    private final StringWriter told = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Fleet.commandLine();
        return line.setErr(new PrintWriter(told, true))
                .setOut(new PrintWriter(told, true))
                .execute(arguments);
    }

    @Test
    void withoutABrokerAWorkerEndsWithASentence() {
        assertThat(run("work", "-k", "127.0.0.1:1")).isEqualTo(1);
        assertThat(told).hasToString("fleet: No broker of Kafka answers at 127.0.0.1:1.\n");
    }

    @Test
    void aTokenIsNamedByAPlainFileName() {
        assertThat(run("add", "attic", "http://attic.example", "--token", "/run/sesame"))
                .isEqualTo(1);
        assertThat(told)
                .hasToString(
                        "fleet: Not added: the address is none, or the token is not named by a plain file name.\n");
    }

    @Test
    void aServerThatNoWorkerWouldTakeIsNotAdded() {
        assertThat(run("add", "attic\nINFO", "http://attic.example")).isEqualTo(1);
        assertThat(run("add", "attic", "ftp://attic.example")).isEqualTo(1);
        assertThat(told.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("fleet: Not added: "));
    }

    @Test
    void aFileOfPropertiesThatIsNotThereIsSaidToBeSo() {
        assertThat(run("topics", "--kafka-properties", "/nowhere/at/all")).isEqualTo(1);
        assertThat(told).hasToString("fleet: The file of properties cannot be read: is it there, and yours to read?\n");
    }

    @Test
    void theHelpNamesEachCommand() {
        assertThat(run("--help")).isZero();
        assertThat(told.toString()).contains("demo", "topics", "add", "remove", "work");
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(told.toString()).startsWith("fleet ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "-5m", "9000h"})
    void aTimeThatIsNoneIsWrongUsage(String time) {
        assertThat(run("work", "--publish-every", time)).isEqualTo(2);
        assertThat(told.toString()).contains("--publish-every");
    }
}

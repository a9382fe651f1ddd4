package io.github.plexactivity.secrets;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.JavaCommand;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every logger at its finest, every failure on every transport: the token is sent in its header, and seen nowhere. */
@Timeout(120)
class SecretsTest {

    private static final List<Overheard> HEARD = new ArrayList<>();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void playEveryScene(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("output");
        Path heard = directory.resolve("heard");
        List<String> command = JavaCommand.begun();
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dslf4j.provider=" + LoudLogs.class.getName(),
                "-Djavax.net.debug=ssl:handshake:session:keymanager:trustmanager",
                SecretsRun.class.getName(),
                heard.toString()));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(run.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            run.destroyForcibly();
        }
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(heard))) {
            HEARD.addAll((List<Overheard>) in.readObject());
        }
        Set.copyOf(Files.readAllLines(output)).forEach(line -> HEARD.add(new Overheard("standard output", line)));
    }

    @Test
    void noTokenIsSeenAnywhereInAnyForm() {
        Stream.of(Tokens.PLAIN, Tokens.ODD, Tokens.LONG, Scenes.PASSWORD)
                .forEach(secret ->
                        assertThat(leaks(secret)).as(secret.substring(0, 20)).isEmpty());
    }

    @Test
    void everySceneWasPlayedOnEveryTransport() {
        assertThat(where().filter(where -> where.endsWith(": status")))
                .hasSize(4 * Scenes.all().size() + 1);
    }

    @Test
    void everyLoggerWasHeardAtItsFinest() {
        assertThat(where().collect(toSet()))
                .contains(
                        "log io.github.plexactivity.ActivityMonitor DEBUG",
                        "log io.github.plexactivity.ActivityMonitor WARN",
                        "log io.github.plexactivity.internal.delivery.Faults DEBUG",
                        "log okhttp3.internal.concurrent.TaskRunner FINE",
                        PlantedLeaks.BY_JAVA_WEBSOCKET);
        assertThat(HEARD)
                .anyMatch(heard ->
                        heard.where().equals("standard output") && heard.text().contains("javax.net.ssl"));
    }

    @Test
    void aLeakOfAnyLibraryIsFound() {
        Set<String> found = leaks(Tokens.PLANTED)
                .map(leak -> leak.substring(0, leak.indexOf(':')))
                .collect(toSet());
        assertThat(found)
                .contains(
                        "log planted.cause TRACE",
                        "log planted.argument TRACE",
                        "log planted.system FINER",
                        "log okhttp3.planted FINEST",
                        "log planted.eventsource DEBUG",
                        PlantedLeaks.BY_JAVA_WEBSOCKET,
                        "standard output");
    }

    private static Stream<String> leaks(String secret) {
        Disguises disguises = new Disguises(secret);
        return HEARD.stream()
                .flatMap(heard -> disguises.in(heard.text()).stream()
                        .map(how -> heard.where() + ": " + how + " in " + excerpt(heard.text())));
    }

    private static String excerpt(String text) {
        return text.length() < 600 ? text : text.substring(0, 600) + "...";
    }

    private static Stream<String> where() {
        return HEARD.stream().map(Overheard::where);
    }
}

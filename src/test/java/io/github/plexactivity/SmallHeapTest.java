package io.github.plexactivity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.HostileServer;
import io.github.plexactivity.internal.transport.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Floods into a heap of 96 MiB, in a process that ends at the first OutOfMemoryError, whoever would catch it. */
@Timeout(300)
class SmallHeapTest {

    private static final List<String> CUT =
            List.of("sse-data", "sse-comment", "sse-field", "sse-lines", "sse-chunk", "ws-frame", "ws-fragments");
    private static final List<String> TAKEN = List.of(
            "sse-depth",
            "sse-title",
            "sse-titles",
            "sse-lives",
            "sse-ends",
            "sse-list",
            "sse-names",
            "ws-depth",
            "ws-title",
            "ws-titles",
            "ws-lives",
            "ws-ends",
            "ws-list",
            "ws-names",
            "ws-pings");
    private static final List<String> REFUSED =
            List.of("list-blanks", "list-text", "list-depth", "list-xml", "list-rows", "list-bomb");

    private static final String BROKEN_OFF = "list-chunk";

    @Test
    void everyFloodIsCutOrTakenAndToldAndWhatFollowsIsRead(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        List<String> command = JavaCommand.begun();
        command.addAll(List.of(
                "-Xmx96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-classpath",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        try (RawServer server = HostileServer.start()) {
            command.add(server.uri().toString().replaceAll("/$", ""));
            List.of(CUT, TAKEN, REFUSED, List.of(BROKEN_OFF)).forEach(command::addAll);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(process.waitFor(240, SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            List<String> told = Files.readAllLines(output, UTF_8);
            assertThat(process.exitValue()).as(String.join("\n", told)).isZero();
            CUT.forEach(flood -> assertThat(told)
                    .anyMatch(line -> line.matches(flood + " .* 1 reconnects .*more than 1048576 bytes.*")));
            TAKEN.forEach(flood ->
                    assertThat(told).anyMatch(line -> line.matches(flood + " kept 0 reconnects [01] malformed \\[]")));
            assertThat(told)
                    .anyMatch(line -> line.matches(
                            BROKEN_OFF + " kept .* 0 malformed \\[the server sent more than 1048576 bytes.*]"));
            REFUSED.forEach(flood -> assertThat(told)
                    .anyMatch(line -> line.matches(flood + " kept .* 0 malformed \\[the list of activities.*]")));
        }
    }
}

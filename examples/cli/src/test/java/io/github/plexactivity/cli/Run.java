package io.github.plexactivity.cli;

import io.github.plexactivity.terminal.QuietLogs;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** One run of a command in this process, with streams of its own. */
final class Run {
    static {
        QuietLogs.set();
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private Run(Map<String, String> environment, String input, List<String> arguments) {
        CommandLine line = PlexActivities.commandLine(
                        new Surroundings(environment, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        Thread thread =
                new Thread(() -> exit.complete(PlexActivities.run(line, arguments.toArray(String[]::new))), "run");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins a run that asks this server. */
    static Run begin(FakePlexServer server, String... arguments) {
        return begin(Map.of("PLEX_SERVER", server.uri().toString()), "", arguments);
    }

    static Run begin(Map<String, String> environment, String input, String... arguments) {
        return new Run(environment, input, List.of(arguments));
    }

    /** A run to its end. */
    static Run of(FakePlexServer server, String... arguments) throws Exception {
        Run run = begin(server, arguments);
        run.exit();
        return run;
    }

    static Run of(String... arguments) throws Exception {
        Run run = begin(Map.of(), "", arguments);
        run.exit();
        return run;
    }

    int exit() throws ExecutionException, InterruptedException {
        try {
            return exit.get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still running after a minute; said " + out + err, e);
        }
    }

    List<String> out() {
        return lines(out);
    }

    List<String> err() {
        return lines(err);
    }

    /** All it said. */
    String all() {
        return out.toString() + err;
    }

    /** Waits until it has said so on standard error. */
    Run awaitErr(Predicate<String> line) {
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> err().stream().anyMatch(line));
        return this;
    }

    private static List<String> lines(StringWriter text) {
        return Stream.of(text.toString())
                .flatMap(all -> Arrays.stream(all.split("\n")))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}

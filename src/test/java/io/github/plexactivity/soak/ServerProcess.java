package io.github.plexactivity.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The process of a {@link SoakServer}, and what it says of itself. Used by one thread. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader says;
    private final PrintStream told;
    private final URI uri;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Truth truth = new Truth();

    ServerProcess(long seed) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Djava.util.logging.config.file=/dev/null"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SoakServer.class.getName(), "" + seed));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        says = process.inputReader(UTF_8);
        told = new PrintStream(process.getOutputStream(), true, UTF_8);
        uri = URI.create(awaitWord("uri"));
    }

    URI uri() {
        return uri;
    }

    Truth truth() {
        return truth;
    }

    /** How many faults there were of each kind. */
    Map<String, Integer> faults() {
        return faults;
    }

    /** Works without faults for a while. */
    void calm(Duration duration) throws IOException {
        ask("calm " + duration);
    }

    /** Works under faults for a while. */
    void storm(Duration duration) throws IOException {
        ask("storm " + duration);
    }

    /** All faults end, and nothing new happens. */
    void rest() throws IOException {
        ask("rest");
    }

    private void ask(String line) throws IOException {
        told.println(line);
        truth.stands(awaitWord("done"));
    }

    private String awaitWord(String word) throws IOException {
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            int space = line.indexOf(' ');
            String rest = line.substring(space + 1);
            switch (line.substring(0, Math.max(0, space))) {
                case "ended" -> truth.ended(rest);
                case "fault" -> faults.merge(rest, 1, Integer::sum);
                default -> {
                    if (line.startsWith(word + " ")) {
                        return rest;
                    }
                }
            }
        }
        throw new IOException(
                "the server is gone; exit code " + process.onExit().join().exitValue());
    }

    @Override
    public void close() {
        told.close();
        process.destroy();
        process.onExit().join();
    }
}

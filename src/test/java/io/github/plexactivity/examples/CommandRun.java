package io.github.plexactivity.examples;

import io.github.plexactivity.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code WatchActivities} in a process of its own, as a shell sees it.
 *
 * @param exit the exit code
 * @param out the lines of standard output
 * @param err the lines of standard error
 */
record CommandRun(int exit, List<String> out, List<String> err) {

    static CommandRun of(String... arguments) throws IOException, InterruptedException {
        return of(Map.of(), arguments);
    }

    static CommandRun of(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("watch", ".out");
        Path err = Files.createTempFile("watch", ".err");
        Process process = start(environment, out, err, arguments);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after a minute; said so far " + Files.readAllLines(out)
                        + Files.readAllLines(err));
            }
            return new CommandRun(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Begins a run that the caller ends. */
    static Process start(Map<String, String> environment, Path out, Path err, String... arguments) throws IOException {
        List<String> command = JavaCommand.begun();
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                // As .mvn/jvm.config says too: the terminal library looks by native code whether there is a terminal.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "WatchActivities"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("PLEX_TOKEN");
        builder.environment().putAll(environment);
        return builder.start();
    }
}

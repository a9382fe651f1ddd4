package io.github.plexactivity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link FollowingChild} at work: a JVM with options of its own, in an environment of its own. */
final class Child implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;

    private Child(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        reading = CompletableFuture.runAsync(this::read, task -> new Thread(task, "child-reader").start());
    }

    /**
     * Begins one.
     *
     * @param prefix of the command, as {@code sh -c} takes it, for example {@code ulimit -n 64;}
     * @param options of the JVM
     */
    static Child follow(String prefix, List<String> options, URI server, Object... transports) throws IOException {
        List<String> java = JavaCommand.begun();
        java.addAll(options);
        java.addAll(List.of("-cp", classPath(), FollowingChild.class.getName(), server.toString()));
        Arrays.stream(transports).map(Object::toString).forEach(java::add);
        List<String> command = new ArrayList<>(List.of("sh", "-c", prefix + " exec \"$0\" \"$@\""));
        command.addAll(java);
        return new Child(command);
    }

    /** What it needs and no more: a class path is searched from its beginning, and each entry is an open file. */
    private static String classPath() {
        List<String> needed = List.of(
                "classes",
                "okhttp",
                "okio",
                "kotlin",
                "eventsource",
                "launchdarkly",
                "WebSocket",
                "jackson-core",
                "slf4j",
                "jspecify",
                "awaitility",
                "hamcrest",
                "assertj");
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> needed.stream().anyMatch(entry::contains))
                .reduce((all, entry) -> all + java.io.File.pathSeparator + entry)
                .orElseThrow();
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("unreadable: " + e);
        }
    }

    /** What it said so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits until it says something that begins so, after so many lines. */
    void await(int after, String beginning) {
        Quick.until(() -> {
            List<String> said = lines();
            if (said.subList(Math.min(after, said.size()), said.size()).stream()
                    .anyMatch(line -> line.startsWith(beginning))) {
                return true;
            }
            if (!process.isAlive()) {
                throw new AssertionError("it ended, and said " + said);
            }
            return false;
        });
    }

    void ask(char command) throws IOException {
        process.getOutputStream().write(command);
        process.getOutputStream().flush();
    }

    /** How many files it has open. */
    long openFiles() {
        String[] files = Path.of("/proc/" + process.pid() + "/fd").toFile().list();
        return files == null ? 0 : files.length;
    }

    /** Lets it end, and answers its exit code. */
    int end() throws Exception {
        ask('x');
        if (!process.waitFor(Quick.SOON.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end, and said " + lines);
        }
        Quick.join(reading);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

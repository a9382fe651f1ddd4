package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.Fleet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A worker in a process of its own, so that it can be killed as the kernel kills. It ends with the process that began it. */
public final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final String name;

    private WorkerProcess(Process process, String name) {
        this.process = process;
        this.name = name;
    }

    static WorkerProcess start(String name, Path properties, String bootstrap, Consumer<String> lines) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName()));
        command.addAll(List.of("work", "--name", name, "-k", bootstrap, "--kafka-properties", properties.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread reader = new Thread(() -> read(process, name, lines), name + "-output");
            reader.setDaemon(true);
            reader.start();
            return new WorkerProcess(process, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, String name, Consumer<String> lines) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(line -> lines.accept(name + "  " + line));
        } catch (IOException | UncheckedIOException gone) {
            // It was killed.
        }
    }

    /**
     * What runs in the other process: the command, for as long as its standard input stays open.
     *
     * @param arguments of the command
     */
    public static void main(String... arguments) {
        Thread guard = new Thread(WorkerProcess::endWithTheOther, "fleet-guard");
        guard.setDaemon(true);
        guard.start();
        Fleet.main(arguments);
    }

    private static void endWithTheOther() {
        try (InputStream input = System.in) {
            while (input.read() >= 0) {
                // Nothing is ever said there.
            }
        } catch (IOException e) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(1);
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, as SIGKILL does: it cannot say a last word. */
    void kill() {
        process.destroyForcibly();
    }

    /** Its resident memory in MiB, where the system tells. */
    Optional<Long> megabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}

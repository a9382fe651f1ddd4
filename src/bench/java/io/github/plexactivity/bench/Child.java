package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A virtual machine of its own, which answers each line by a line. */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.in = new PrintStream(process.getOutputStream(), true, US_ASCII);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
    }

    /**
     * Starts it.
     *
     * @param home of the JDK
     * @param flags of the virtual machine, and what to run
     */
    static Child start(Path home, List<String> flags) throws IOException {
        return new Child(process(home, flags).start());
    }

    static ProcessBuilder process(Path home, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(List.of("-cp", classPath()));
        command.addAll(flags);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Maven gives a class loader of its own to what it runs. */
    private static String classPath() {
        if (Child.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"));
        }
        return System.getProperty("java.class.path");
    }

    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("a process ended early");
        }
        return line;
    }

    String ask(String command) throws IOException {
        in.println(command);
        return line();
    }

    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

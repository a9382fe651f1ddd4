package io.github.plexactivity.proxies;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A proxy as it is installed, and how it runs in the foreground, in a directory of its own. */
enum Program {
    NGINX,
    HAPROXY,
    CADDY;

    /** The last is where Debian puts servers, which is not on everybody's path. */
    private static final String PLACES = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";

    /** As it is called in a shell, and as the names of its files begin. */
    String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    private List<String> arguments() {
        return switch (this) {
            case NGINX -> List.of("-p", ".", "-e", "stderr", "-c", "frame.conf");
            case HAPROXY -> List.of("-db", "-f", "frame.conf", "-f", "site.conf");
            case CADDY -> List.of("run", "--adapter", "caddyfile", "--config", "frame.conf");
        };
    }

    /** Runs it, saying what it has to say into a file. */
    Process start(Path directory, Path output) {
        List<String> line = new ArrayList<>();
        line.add(executable(command()).toString());
        line.addAll(arguments());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("HOME", directory.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where a program is.
     *
     * @throws AssertionError if it is nowhere: behind a proxy that is missing nothing was tested
     */
    static Path executable(String command) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(PLACES)
                .map(place -> Path.of(place, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(command + " is not installed; run .ci/install-proxies"));
    }
}

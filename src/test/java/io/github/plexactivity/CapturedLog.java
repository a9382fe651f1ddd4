package io.github.plexactivity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What is logged while this is open; the logger of the tests writes to the standard error. */
final class CapturedLog implements AutoCloseable {

    private final PrintStream original = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    CapturedLog() {
        System.setErr(new PrintStream(bytes, true, UTF_8));
    }

    String text() {
        return bytes.toString(UTF_8);
    }

    /** The lines of this level. */
    List<String> lines(String level) {
        return text().lines().filter(line -> line.contains("] " + level + " ")).toList();
    }

    @Override
    public void close() {
        System.setErr(original);
    }
}

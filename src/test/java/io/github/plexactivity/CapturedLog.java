package io.github.plexactivity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What is logged while this is open; the logger of the tests writes to the standard error. */
public final class CapturedLog implements AutoCloseable {

    private final PrintStream original = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public CapturedLog() {
        System.setErr(new PrintStream(bytes, true, UTF_8));
    }

    /** All of it. */
    public String text() {
        return bytes.toString(UTF_8);
    }

    /** What the library itself said; servers of the tests speak to the same stream. */
    public List<String> ours() {
        return text().lines()
                .filter(line -> line.contains(" io.github.plexactivity."))
                .toList();
    }

    /** What it said on this level. */
    public List<String> ours(String level) {
        return ours().stream().filter(line -> line.contains("] " + level + " ")).toList();
    }

    @Override
    public void close() {
        System.setErr(original);
    }
}

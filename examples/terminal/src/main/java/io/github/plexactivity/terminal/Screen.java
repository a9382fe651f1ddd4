package io.github.plexactivity.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;

/**
 * A terminal whose last lines are drawn anew in their place, and what is printed stands above them for good. Each change
 * is one write, so that nothing flickers.
 */
public final class Screen {
    private static final String ESCAPE = "\u001b[";
    private static final int NARROWEST = 20;

    private final Terminal terminal;

    /** Not the terminal's own writer: that is closed as soon as Ctrl-C is pressed, and then comes the last line. */
    private final PrintStream out;

    private List<String> drawn = List.of();
    private volatile int columns;
    private volatile int rows;

    private Screen(Terminal terminal) {
        this.terminal = terminal;
        this.out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                terminal.encoding());
        measure();
        Signals.register("WINCH", this::measure);
    }

    /** The terminal that the output goes to; empty if it goes elsewhere, or the cursor cannot be moved. */
    static Optional<Screen> open() {
        try {
            Terminal terminal = terminal();
            if (terminal.getStringCapability(Capability.cursor_up) != null) {
                return Optional.of(new Screen(terminal));
            }
            terminal.close();
        } catch (IOException | IllegalStateException noTerminal) {
            // Then there are lines.
        }
        return Optional.empty();
    }

    /** How many columns the terminal has that the output goes to; empty if it goes elsewhere. */
    public static OptionalInt width() {
        try (Terminal terminal = terminal()) {
            int width = terminal.getWidth();
            return width <= 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(NARROWEST, width));
        } catch (IOException | IllegalStateException noTerminal) {
            return OptionalInt.empty();
        }
    }

    /** Whether the output goes to a terminal that understands more than text. */
    static boolean isLively() {
        try (Terminal terminal = terminal()) {
            return terminal.getStringCapability(Capability.cursor_up) != null;
        } catch (IOException | IllegalStateException noTerminal) {
            return false;
        }
    }

    private static Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .dumb(false)
                .systemOutput(SystemOutput.ForcedSysOut)
                // Or Ctrl-C would end the process without a last line.
                .nativeSignals(false)
                .build();
    }

    private void measure() {
        int width = terminal.getWidth();
        int height = terminal.getHeight();
        columns = width <= 0 ? 80 : Math.max(NARROWEST, width);
        rows = height <= 0 ? 24 : height;
    }

    /** How many columns a line may take: one is left free, where some terminals break the line. */
    int columns() {
        return columns - 1;
    }

    /** How many lines may be drawn. */
    int lines() {
        return Math.max(2, rows - 1);
    }

    boolean speaksUnicode() {
        return terminal.encoding().newEncoder().canEncode('━');
    }

    void draw(List<String> lines) {
        write(erased() + String.join("\n", lines));
        drawn = List.copyOf(lines);
    }

    /** Prints one line above what is drawn. */
    void print(String line) {
        write(erased() + line + "\n" + String.join("\n", drawn));
    }

    void close(String lastText) {
        write(erased() + lastText);
        drawn = List.of();
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to where the drawing began, and clears all from there. */
    private String erased() {
        int up = drawn.stream().mapToInt(this::height).sum() - 1;
        return "\r" + (up > 0 ? ESCAPE + up + "A" : "") + ESCAPE + "J";
    }

    /** A line that was drawn before the terminal became narrower takes several of its rows now. */
    private int height(String line) {
        int length = AttributedString.fromAnsi(line).columnLength();
        return Math.max(1, (length + columns - 1) / columns);
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }
}

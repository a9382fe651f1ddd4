package io.github.plexactivity.terminal;

import java.io.PrintStream;

/** Standard output, line by line. Where nobody takes it any more nothing is left to do, and the command ends. */
public final class Lines {
    /** The exit code then. */
    public static final int NO_OUTPUT = 5;

    private final PrintStream out;

    Lines(PrintStream out) {
        this.out = out;
    }

    void print(String line) {
        out.println(line);
        if (out.checkError()) {
            System.err.println("The output cannot be written any more.");
            Runtime.getRuntime().halt(NO_OUTPUT); // an orderly end would wait to write its last line
        }
    }
}

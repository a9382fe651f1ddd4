package io.github.plexactivity.simulation;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;

/** Keeps the log of thousands of outages off the console. */
final class Quiet {

    private Quiet() {}

    static <T> T call(Callable<T> task) throws Exception {
        PrintStream loud = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return task.call();
        } finally {
            System.setErr(loud);
        }
    }
}

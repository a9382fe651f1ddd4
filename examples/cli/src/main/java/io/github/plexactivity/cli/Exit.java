package io.github.plexactivity.cli;

import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.terminal.CannotGoOn;
import io.github.plexactivity.terminal.Lines;

/** What a command tells the shell: the numbers that {@code --help} lists. */
final class Exit {
    static final int DONE = 0;
    static final int UNFORESEEN = 1;
    static final int USAGE = 2;
    static final int CANCELLED = 3;
    static final int UNKNOWN = 4;
    static final int NO_OUTPUT = Lines.NO_OUTPUT;
    static final int NO_CONNECTION = 6;
    static final int REFUSED = 7;
    static final int DECLINED = 8;
    static final int UNWELL = 9;
    static final int TIMEOUT = 124;

    private Exit() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> DONE;
            case CANCELLED -> CANCELLED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static int of(Throwable thrown) {
        if (thrown instanceof Stop stop) {
            return stop.exit();
        }
        return thrown instanceof CannotGoOn end ? of(end.why()) : UNFORESEEN;
    }

    private static int of(CannotGoOn.Why why) {
        return switch (why) {
            case USAGE -> USAGE;
            case NO_CONNECTION -> NO_CONNECTION;
            case REFUSED -> REFUSED;
        };
    }
}

import io.github.plexactivity.terminal.CannotGoOn;

/** What the command tells the shell. */
final class ExitCode {
    static final int UNFORESEEN = 1;
    static final int USAGE = 2;
    private static final int NO_CONNECTION = 3;
    private static final int REFUSED = 4;

    private ExitCode() {}

    static int of(CannotGoOn end) {
        return switch (end.why()) {
            case USAGE -> USAGE;
            case NO_CONNECTION -> NO_CONNECTION;
            case REFUSED -> REFUSED;
        };
    }
}

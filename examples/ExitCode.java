/** What the command tells the shell. */
final class ExitCode {
    static final int UNFORESEEN = 1;
    static final int USAGE = 2;
    static final int NO_CONNECTION = 3;
    static final int REFUSED = 4;
    static final int NO_OUTPUT = 5;

    private ExitCode() {}
}

/** The end of the command, in one sentence for people. */
final class CannotGoOn extends Exception {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    CannotGoOn(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}

package io.github.plexactivity.terminal;

/** The end of a command, in one sentence for people. */
public final class CannotGoOn extends Exception {
    private static final long serialVersionUID = 1L;

    /** What stands in the way; each program has a number of its own for it. */
    public enum Why {
        /** An address, a file or another argument cannot be used. */
        USAGE,
        /** The server cannot be reached. */
        NO_CONNECTION,
        /** The server does not let this token in. */
        REFUSED
    }

    private final Why why;

    public CannotGoOn(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}

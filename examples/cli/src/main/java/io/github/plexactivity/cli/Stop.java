package io.github.plexactivity.cli;

/** The end of a command before it did what was asked: a number for the shell, and a sentence for people. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final int exit;

    Stop(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}

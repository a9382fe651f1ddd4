package io.github.plexactivity.cli;

/**
 * What was found out about one thing.
 *
 * @param grade how it is
 * @param what the thing
 * @param found in words
 * @param advice what to do; empty where nothing is
 */
record Finding(Grade grade, String what, String found, String advice) {
    /** How something is. */
    enum Grade {
        OK,
        NOTE,
        BAD
    }

    static Finding ok(String what, String found) {
        return new Finding(Grade.OK, what, found, "");
    }

    static Finding note(String what, String found, String advice) {
        return new Finding(Grade.NOTE, what, found, advice);
    }

    static Finding bad(String what, String found, String advice) {
        return new Finding(Grade.BAD, what, found, advice);
    }

    boolean isBad() {
        return grade == Grade.BAD;
    }
}

package io.github.plexactivity.internal.core.link;

/**
 * The stream in use.
 *
 * @param since when it opened, or took the place of another
 * @param heard whether it ever brought a byte
 */
record Current(Attempt attempt, long since, boolean heard) {

    static Current opened(Attempt attempt, boolean heard, At at) {
        return new Current(attempt, at.nanos(), heard);
    }

    Current lively() {
        return new Current(attempt, since, true);
    }

    boolean isSettled(Plan plan, At at) {
        return plan.isSettled(at.nanos() - since);
    }
}

package io.github.plexactivity.internal.core;

import java.time.Duration;

/**
 * What snapshots have to say twice in a row to be believed. Asked for at almost the same time they count as one: a list
 * may lag a moment behind the stream.
 *
 * @param times how often it was said
 * @param latest when the snapshot was asked for that said it last
 */
record Twice(int times, long latest) {

    static final Twice NOT_YET = new Twice(0, 0);

    private static final int ENOUGH = 2;
    private static final long APART_NANOS = Duration.ofSeconds(1).toNanos();

    /** A snapshot said it, once more or for the first time. */
    Twice said(long asked) {
        return times > 0 && asked - latest < APART_NANOS ? this : new Twice(times + 1, asked);
    }

    boolean isEnough() {
        return times >= ENOUGH;
    }
}

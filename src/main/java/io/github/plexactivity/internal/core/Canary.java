package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import java.util.Map;

/**
 * Tells a stream that has gone dumb from an idle one. Where two successive snapshots on one stream differ although it
 * brought no activity in between, that is suspicious; twice in a row, and the stream is a zombie. Owned by the loop.
 */
final class Canary {

    /** Pairs of differing snapshots that make a zombie. */
    private static final int ENOUGH = 2;

    private Ask previous = new Ask(0, 0);
    private int print;
    private int suspicions;
    private long lastTold = Long.MIN_VALUE;

    /** The stream brought an activity. */
    void told(long nanos) {
        lastTold = nanos;
        suspicions = 0;
    }

    /**
     * A snapshot was asked for and answered on one stream.
     *
     * @return whether the stream is a zombie
     */
    boolean takes(Map<String, Activity> rows, Ask ask) {
        int newPrint = rows.hashCode();
        boolean sameStream = previous.generation() == ask.generation();
        boolean dumb = sameStream && newPrint != print && lastTold < previous.nanos();
        suspicions = !sameStream ? 0 : dumb ? suspicions + 1 : suspicions;
        previous = ask;
        print = newPrint;
        boolean zombie = suspicions >= ENOUGH;
        suspicions = zombie ? 0 : suspicions;
        return zombie;
    }
}

package io.github.plexactivity.internal.transport;

import java.io.IOException;

/**
 * Notices when the reader of a socket has caught up: before it would wait, and every so often however much there is. Used
 * by the reader alone.
 */
final class CatchingUp {

    /** How many bytes there are at least that can be read at once. */
    interface AtHand {
        int bytes() throws IOException;
    }

    private final int mostReads;
    private final AtHand atHand;
    private final Runnable caughtUp;
    private int reads;

    /**
     * Of a reader that is about to begin.
     *
     * @param mostReads that do not wait until it is noticed all the same: many cost whoever is told a wake-up less, few are
     *     soon read
     * @param caughtUp told by the reader
     */
    CatchingUp(int mostReads, AtHand atHand, Runnable caughtUp) {
        this.mostReads = mostReads;
        this.atHand = atHand;
        this.caughtUp = caughtUp;
    }

    /** The socket is to be read: all that came from it before was handed on. */
    void beforeRead() {
        reads++;
        if (reads > mostReads || !isMoreAtHand()) {
            reads = 0;
            caughtUp.run();
        }
    }

    private boolean isMoreAtHand() {
        try {
            return atHand.bytes() > 0;
        } catch (IOException e) {
            return false; // What is wrong the read will tell.
        }
    }
}

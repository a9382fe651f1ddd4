package io.github.plexactivity.internal.transport;

import java.io.IOException;

/**
 * Notices when the reader of a socket has caught up: before it would wait, and every so often however much there is. Used
 * by the reader alone.
 */
final class CatchingUp {

    /** Reads that do not wait, of some kilobytes each: many are cheap to follow, and few are soon read. */
    private static final int MOST_READS = 16;

    /** How many bytes there are at least that can be read at once. */
    interface AtHand {
        int bytes() throws IOException;
    }

    private final AtHand atHand;
    private final Runnable caughtUp;
    private int reads;

    CatchingUp(AtHand atHand, Runnable caughtUp) {
        this.atHand = atHand;
        this.caughtUp = caughtUp;
    }

    /** The socket is to be read: all that came from it before was handed on. */
    void beforeRead() {
        reads++;
        if (reads > MOST_READS || !isMoreAtHand()) {
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

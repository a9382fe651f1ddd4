package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;

/**
 * A stream opened beside the one in use, to take its place.
 *
 * @param open whether the server said yes
 * @param reason what it is opened for
 */
record Beside(Attempt attempt, boolean open, Reason reason) {

    enum Reason {
        /** The preferred transport is tried again; the stream in use works. */
        RECOVERY,
        /** The stream in use is probably dead. */
        REPLACEMENT,
        /** The stream in use may be well: it is legal for it to be silent. */
        PRECAUTION,
        /** The stream in use is a zombie, and so was the one before it. */
        ESCAPE
    }

    static Beside opening(Attempt attempt, Reason reason) {
        return new Beside(attempt, false, reason);
    }

    Beside opened() {
        return new Beside(attempt, true, reason);
    }

    /**
     * Whether its opening is proof enough. A proxy may answer 200 to an EventSource and hold back every byte: over a
     * stream that works only a byte counts.
     */
    boolean takesOverWhenOpen() {
        return reason != Reason.RECOVERY || attempt.transport() != Transport.EVENT_SOURCE;
    }
}

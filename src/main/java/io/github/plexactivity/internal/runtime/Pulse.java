package io.github.plexactivity.internal.runtime;

/** When the server was last heard, on any connection. Written by readers, read by any thread. */
final class Pulse {

    static final long NEVER = Long.MIN_VALUE;

    private volatile long last = NEVER;

    void beat(long nanos) {
        last = nanos;
    }

    long last() {
        return last;
    }
}

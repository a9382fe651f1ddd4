package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.runtime.Settings;
import java.time.Duration;

/** Within which time things have to come right: computed from the settings, and from what the simulated server may ask. */
record Bound(Settings settings) {

    /** The longest wait, be it the backoff's, that of a refused token, or what the simulated server asks for. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** The absence of an activity is confirmed two seconds after it was found. */
    private static final Duration CONFIRMATION = Duration.ofSeconds(2);

    /** The longest way there and back in fair weather. */
    private static final Duration WAY = Duration.ofMillis(700);

    /** How much longer the pause between recoveries gets for a transport that kept flapping. */
    private static final int MOST_DOUBLED = 8;

    /**
     * Since the list may be read: one period of resync, the longest wait, the answers that hang by then, and two snapshots
     * to confirm an absence.
     */
    long truth() {
        Duration confirmed = CONFIRMATION.multipliedBy(2).plus(WAY.multipliedBy(4));
        return settings.resyncEvery()
                .plus(LONGEST_WAIT)
                .plus(settings.connectTimeout().multipliedBy(3))
                .plus(confirmed)
                .toNanos();
    }

    /**
     * Since a stream works, while the list may not be read: a dead one is found by its silence, and one that may be well is
     * replaced once in each period of recovery.
     */
    long hearing() {
        return truth()
                + settings.silenceTimeout()
                        .plus(settings.connectTimeout())
                        .plus(settings.plan().recoverEvery())
                        .toNanos();
    }

    /** Since all works: the preferred transport is tried again, for the second time if the first was cut short. */
    long preferred() {
        return settings.plan().recoverEvery().multipliedBy(2 * MOST_DOUBLED).toNanos() + truth();
    }
}

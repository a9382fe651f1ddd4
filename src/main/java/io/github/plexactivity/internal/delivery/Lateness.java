package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counter;

/**
 * How late a receiver is told. One letter at a time is followed, from being put into the mailbox to being taken out for the
 * callback: enough to know, and nothing to be kept with each letter. Under the mailbox's lock.
 */
final class Lateness {
    private final Delivery delivery;

    /** The place of the letter that is followed; none where zero. */
    private int place;

    private long since;

    Lateness(Delivery delivery) {
        this.delivery = delivery;
    }

    /**
     * Something was put in.
     *
     * @param waiting how many letters there are now
     */
    void put(int waiting) {
        if (place == 0) {
            place = waiting;
            since = delivery.loop().nanos();
        }
    }

    /**
     * One was taken out.
     *
     * @param waiting how many letters are left; fewer than expected where some were dropped
     */
    void took(int waiting) {
        if (place > 0) {
            place = Math.min(place - 1, waiting);
            if (place == 0) {
                delivery.counters().count(Counter.TIMED_CALLBACKS);
                delivery.counters()
                        .count(Counter.CALLBACK_NANOS, delivery.loop().nanos() - since);
            }
        }
    }
}

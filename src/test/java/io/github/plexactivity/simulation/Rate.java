package io.github.plexactivity.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts requests of one kind, and holds them to a number in any minute. */
final class Rate {

    private static final long WINDOW = VirtualTime.seconds(60);

    private final VirtualTime time;
    private final Ledger ledger;
    private final String what;
    private final int most;
    private final Deque<Long> latest = new ArrayDeque<>();
    private int weight;

    Rate(VirtualTime time, Ledger ledger, String what, int most) {
        this.time = time;
        this.ledger = ledger;
        this.what = what;
        this.most = most;
    }

    void another() {
        add(1);
    }

    /** The user asked for some himself: these do not count against the monitor. */
    void allow(int more) {
        add(-more);
    }

    /** One that is allowed weighs against one that was made, and is kept as the complement of its time. */
    private void add(int one) {
        forget();
        for (int i = Math.abs(one); i > 0; i--) {
            latest.add(one > 0 ? time.nanos() : ~time.nanos());
        }
        weight += one;
        ledger.require(weight <= most, what);
    }

    private void forget() {
        while (!latest.isEmpty()) {
            long first = latest.element();
            long when = first < 0 ? ~first : first;
            if (time.nanos() - when < WINDOW) {
                return;
            }
            latest.remove();
            weight -= first < 0 ? -1 : 1;
        }
    }
}

package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.util.List;

/**
 * What outlives a state.
 *
 * @param plan what the user chose
 * @param generation of the latest connection
 * @param backoff the next wait
 * @param trouble what goes wrong at present
 * @param traits what was learnt about the server
 */
public record History(Plan plan, int generation, Backoff backoff, Trouble trouble, Traits traits) {

    /** How often the pause between recoveries is doubled at most. */
    private static final int MOST_DOUBLINGS = 3;

    static History none(Plan plan) {
        return new History(
                plan, 0, Backoff.between(plan.firstWait(), plan.longestWait()), Trouble.NONE, Traits.UNKNOWN);
    }

    History opening() {
        return new History(plan, generation + 1, backoff, trouble, traits);
    }

    History failed(Transport transport, Failure failure, At at) {
        return with(trouble.failed(transport, failure, at.nanos()));
    }

    /** Heeds how long the server asked to be left alone, by a failure that matters to nothing else. */
    History barred(Transport transport, Failure failure, At at) {
        return with(trouble.barred(transport, failure, at.nanos()));
    }

    History noted(MonitorException error) {
        return with(trouble.noted(error));
    }

    History working() {
        return with(trouble.over());
    }

    History waited() {
        return new History(plan, generation, backoff.next(), trouble, traits);
    }

    /** A connection lived long enough to begin with short waits again. */
    History proved() {
        return new History(plan, generation, backoff.reset(), trouble, traits);
    }

    /** A connection lived long enough to have proved its transport. */
    History settled(Transport transport) {
        Traits proved = plan.isPreferred(transport) ? traits.withFlaps(0) : traits;
        return new History(plan, generation, backoff.reset(), trouble, proved);
    }

    /** A connection failed soon after it opened. */
    History flapped(Transport transport) {
        return plan.isPreferred(transport) ? with(traits.withFlaps(traits.flaps() + 1)) : this;
    }

    History with(Traits learnt) {
        return new History(plan, generation, backoff, trouble, learnt);
    }

    private History with(Trouble present) {
        return new History(plan, generation, backoff, present, traits);
    }

    /** When the preferred transport is to be tried beside another one: less often while it keeps flapping. */
    long recoveryDue(Transport used, At at) {
        if (plan.isPreferred(used)) {
            return Plan.NEVER;
        }
        int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, traits.flaps() - 1));
        return at.nanos() + (plan.recoverEvery().toNanos() << doublings);
    }

    boolean isBarred(Transport transport, At at) {
        return trouble.barredUntil(transport) > at.nanos();
    }

    /** When the next wait is over: no earlier than the server allows the first transport again. */
    long waitUntil(At at, List<Transport> transports) {
        long allowed = transports.stream().mapToLong(trouble::barredUntil).min().orElse(0);
        return Math.max(at.nanos() + backoff.nanos(at.dice()), allowed);
    }
}

package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Ending;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endings remembered, bounded in number, weight and time: a few in full, for whoever asks after the end; many by uuid alone,
 * so that late frames and stale rows bring nothing back. Owned by the loop.
 */
final class Endings {

    /** How many endings are remembered in full. */
    static final int IN_FULL = 1_024;

    /** What those may hold together: eight kilobytes each, where a busy server's hold a few hundred bytes. */
    static final long HEAVIEST_IN_FULL = 8L << 20;

    /** How long endings are remembered. */
    static final long KEPT_NANOS = Duration.ofMinutes(15).toNanos();

    /** About what a uuid takes beside its characters. */
    private static final long OVER_BYTES = 128;

    private record Past(Ending ending, long nanos) {}

    private record Over(String uuid, long nanos) {
        long weight() {
            return OVER_BYTES + uuid.length();
        }
    }

    private final int most;
    private final long heaviest;
    private final Map<String, Past> full = new HashMap<>();
    private final Deque<String> fullOrder = new ArrayDeque<>();
    private final Set<String> over = new HashSet<>();
    private final Deque<Over> overOrder = new ArrayDeque<>();
    private long weightInFull;
    private long weightOver;
    private long unansweredSince = Long.MAX_VALUE;

    Endings(int most) {
        this.most = most;
        this.heaviest = Weight.most(most);
    }

    /** Remembers that an activity is over: it never comes back. */
    void add(Ending ending, long nanos) {
        recallable(ending, nanos);
        String uuid = ending.activity().uuid();
        if (over.add(uuid)) {
            Over last = new Over(uuid, nanos);
            overOrder.add(last);
            weightOver += last.weight();
        }
        forget(nanos);
    }

    /** Remembers an ending for whoever asks, of an activity that may still be heard of. */
    void recallable(Ending ending, long nanos) {
        String uuid = ending.activity().uuid();
        Past before = full.put(uuid, new Past(ending, nanos));
        weightInFull += Weight.of(ending.activity()) - weight(before);
        if (before == null) {
            fullOrder.add(uuid);
        }
        while (fullOrder.size() > IN_FULL || (weightInFull > HEAVIEST_IN_FULL && fullOrder.size() > 1)) {
            weightInFull -= weight(full.remove(fullOrder.remove()));
        }
    }

    private static long weight(@Nullable Past past) {
        return past == null ? 0 : Weight.of(past.ending().activity());
    }

    boolean isOver(String uuid) {
        return over.contains(uuid);
    }

    Optional<Ending> recall(String uuid, long nanos) {
        return Optional.ofNullable(full.get(uuid))
                .filter(past -> nanos - past.nanos() < KEPT_NANOS)
                .map(Past::ending);
    }

    /** From now on a snapshot is under way; endings that it may not know of are kept, up to their weight alone. */
    void snapshotAsked(long nanos) {
        unansweredSince = nanos;
    }

    void snapshotAnswered(long nanos) {
        unansweredSince = Long.MAX_VALUE;
        forget(nanos);
    }

    private void forget(long nanos) {
        for (Over oldest = overOrder.peek(); oldest != null && mayGo(oldest, nanos); oldest = overOrder.peek()) {
            over.remove(oldest.uuid());
            weightOver -= oldest.weight();
            overOrder.remove();
        }
    }

    private boolean mayGo(Over oldest, long nanos) {
        boolean tooOldOrMany = nanos - oldest.nanos() >= KEPT_NANOS || overOrder.size() > most;
        return weightOver > heaviest || (tooOldOrMany && oldest.nanos() < unansweredSince);
    }
}

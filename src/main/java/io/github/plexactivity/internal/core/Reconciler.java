package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges snapshots with what the stream says, although neither carries a version. The snapshot says who exists, the
 * stream says how they stand; absent once is a doubt, absent twice is an ending. Owned by the loop.
 */
public final class Reconciler {

    /** What the stream told from this long before a snapshot was asked for stands against the snapshot. */
    static final long LATELY_NANOS = Duration.ofSeconds(2).toNanos();

    /** Promises kept while the list cannot be read; of more, the oldest wait like any uuid never seen. */
    private static final int MOST_PROMISES = 1_024;

    /** Types known to be unlisted: some fifteen are seen, of some twenty characters. */
    private static final int MOST_UNLISTED = 64;

    /** Of a type and a uuid together: longer ones are not remembered. */
    private static final int LONGEST_UNLISTED = 512;

    /** What is over so soon after a list that leaves it out may have been over by then: streams can be slow. */
    private static final long LATE_NANOS = Duration.ofSeconds(15).toNanos();

    private record Promise(long since, Twice absent) {}

    /** What shows that its type is not listed here: it was heard of after a list was asked for that left it out. */
    private record Refutation(String uuid, long asked) {}

    private final ActivityTable table;
    private final Counters counters;
    private final Canary canary = new Canary();
    private final Map<String, Twice> doubts = new HashMap<>();
    private final Map<String, Promise> promises = new LinkedHashMap<>();
    private final Map<String, Refutation> unlistedTypes = new HashMap<>();
    private boolean taken;
    private int askedOn;
    private int predecessor;
    private int successor;
    private boolean gap = true;
    private Twice takenSinceGap = Twice.NOT_YET;
    private long gapSince = Long.MIN_VALUE;

    /** A reconciler that knows of no snapshot yet. */
    public Reconciler(ActivityTable table, Counters counters) {
        this.table = table;
        this.counters = counters;
    }

    /**
     * The current stream spoke of an activity. To be told before the table is.
     *
     * <p>Where the latest snapshot did not show it, such a type is not listed here; unless that snapshot was asked for on
     * another stream: what a new one brings first may be older.
     */
    public void told(Report report, int generation, Moment now) {
        canary.told(now.nanos());
        promises.remove(report.uuid());
        Twice doubt = doubts.remove(report.uuid());
        if (report.ended()) {
            ended(report.uuid(), now.nanos());
        } else if (doubt != null && generation == askedOn) {
            refuted(report.uuid(), doubt.latest());
        }
    }

    /** The server promised this activity in an answer: where snapshots do not list it, it is over. */
    public void promised(String uuid, Moment now) {
        if (table.entry(uuid) == null && !table.isOver(uuid)) {
            promises.putIfAbsent(uuid, new Promise(now.nanos(), Twice.NOT_YET));
            if (promises.size() > MOST_PROMISES) {
                promises.remove(promises.keySet().iterator().next());
            }
        }
    }

    /** Nothing is heard from now on: snapshots that are asked for after this synchronize anew. */
    public void gap(Moment now) {
        gap = true;
        takenSinceGap = Twice.NOT_YET;
        gapSince = now.nanos();
    }

    /** One stream took over from another while both were open: what the one told the other tells too, perhaps later. */
    public void tookOver(int from, int to) {
        predecessor = from;
        successor = to;
    }

    /** Whether something waits for another snapshot to confirm it. */
    public boolean doubtful() {
        return !doubts.isEmpty() || !promises.isEmpty();
    }

    /**
     * Takes a snapshot in.
     *
     * @param ask when it was asked for
     * @param generation what is heard now
     * @param stream whether that is a stream, and not polling
     */
    public Reconciliation take(Snapshot snapshot, Ask ask, int generation, boolean stream) {
        Map<String, Activity> rows = snapshot.rows();
        List<ActivityEvent> events = new ArrayList<>();
        rows.values().forEach(row -> listed(row, ask.nanos(), generation, events));
        List<String> unseen = List.of();
        if (snapshot.overflowed() == 0) {
            absent(rows, ask.nanos(), generation, events);
            unseen = unseen(ask.nanos());
        }
        if (stream && taken) {
            events.forEach(this::countMissed);
        }
        taken = true;
        askedOn = ask.generation();
        boolean zombie = stream && ask.generation() == generation && canary.takes(rows, ask);
        return new Reconciliation(events, unseen, ask.nanos() >= gapSince && endsGap(ask.nanos()), doubtful(), zombie);
    }

    private void listed(Activity row, long asked, int generation, List<ActivityEvent> events) {
        doubts.remove(row.uuid());
        promises.remove(row.uuid());
        unlistedTypes.remove(row.type());
        Entry entry = table.entry(row.uuid());
        if (entry == null || !isOfStream(entry, generation) || entry.heard() < asked - LATELY_NANOS) {
            events.add(new ActivityEvent.Listed(row, asked));
        }
    }

    /** The current stream told it last, or the one that it took over from without a gap. */
    private boolean isOfStream(Entry entry, int generation) {
        return entry.generation() == generation || (entry.generation() == predecessor && successor == generation);
    }

    private void absent(Map<String, Activity> rows, long asked, int generation, List<ActivityEvent> events) {
        for (Entry entry : table.entries()) {
            String uuid = entry.activity().uuid();
            if (rows.containsKey(uuid) || entry.heard() >= asked) {
                continue;
            }
            if (isUnlisted(entry, generation)) {
                doubts.remove(uuid);
            } else if (doubt(uuid, asked).isEnough()) {
                doubts.remove(uuid);
                events.add(new ActivityEvent.Gone(uuid));
            }
        }
        doubts.keySet().removeIf(uuid -> table.entry(uuid) == null);
    }

    private Twice doubt(String uuid, long asked) {
        Twice absent = doubts.getOrDefault(uuid, Twice.NOT_YET).said(asked);
        doubts.put(uuid, absent);
        return absent;
    }

    /** Some servers do not list all that runs: such a type ends by absence only when it was lost sight of. */
    private boolean isUnlisted(Entry entry, int generation) {
        return entry.generation() == generation
                && unlistedTypes.containsKey(entry.activity().type());
    }

    /** A list that lags leaves out what was told just before; one that had two seconds does not list such activities. */
    private void refuted(String uuid, long asked) {
        Entry entry = table.entry(uuid);
        if (entry != null && entry.heard() < asked - LATELY_NANOS) {
            String type = entry.activity().type();
            if (unlistedTypes.size() < MOST_UNLISTED && type.length() + uuid.length() <= LONGEST_UNLISTED) {
                unlistedTypes.putIfAbsent(type, new Refutation(uuid, asked));
            }
        }
    }

    private void ended(String uuid, long now) {
        unlistedTypes.values().removeIf(by -> by.uuid().equals(uuid) && now - by.asked() < LATE_NANOS);
    }

    private List<String> unseen(long asked) {
        List<String> unseen = new ArrayList<>();
        promises.replaceAll((uuid, promise) -> promise.since() < asked
                ? new Promise(promise.since(), promise.absent().said(asked))
                : promise);
        promises.forEach((uuid, promise) -> {
            if (promise.absent().isEnough()) {
                unseen.add(uuid);
            }
        });
        unseen.forEach(promises::remove);
        return unseen;
    }

    private void countMissed(ActivityEvent event) {
        if (event instanceof ActivityEvent.Gone) {
            counters.count(Counter.MISSED_ENDS);
        } else if (event instanceof ActivityEvent.Listed listed) {
            Entry entry = table.entry(listed.activity().uuid());
            if (entry != null && !entry.activity().equals(listed.activity())) {
                counters.count(Counter.MISSED_UPDATES);
            } else if (entry == null && !table.isOver(listed.activity().uuid())) {
                counters.count(Counter.MISSED_STARTS);
            }
        }
    }

    /** A gap is over when nothing is in doubt, and at the latest when snapshots could settle all doubts. */
    private boolean endsGap(long asked) {
        takenSinceGap = takenSinceGap.said(asked);
        boolean ends = gap && (takenSinceGap.isEnough() || doubts.isEmpty());
        gap = gap && !ends;
        return ends;
    }
}

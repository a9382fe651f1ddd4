package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.Ending;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reducer: which activities run, how they stand, and what changes as events come in. Written by the loop alone; its
 * {@link #view()} and {@link #current} are read by any thread.
 */
public final class ActivityTable {

    /** The generation of what no stream has told. */
    static final int NO_STREAM = 0;

    /** A copy that is kept no longer than by those who asked for it: it may be as large as the table. */
    private record View(long version, WeakReference<Map<String, Activity>> activities) {}

    private final int most;
    private final long heaviest;
    private final Counters counters;
    private final Endings endings;
    private final Consumer<ActivityChange> changes;
    private final Map<String, Entry> live = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile View view = new View(0, new WeakReference<>(Map.of()));
    private long weight;

    /**
     * An empty table.
     *
     * @param most how many activities are followed at once; together they may hold their {@linkplain Weight#most weight}
     * @param changes told of each change, when the table already shows it
     */
    public ActivityTable(int most, Counters counters, Consumer<ActivityChange> changes) {
        this.most = most;
        this.heaviest = Weight.most(most);
        this.counters = counters;
        this.endings = new Endings(most);
        this.changes = changes;
    }

    /** Takes in what was live when the process last stopped: heard before any list, of no stream of this one. Nobody is told. */
    public void resume(Activity activity, Moment now) {
        add(activity, NO_STREAM, now.nanos() - 1);
    }

    /** Takes an event in. */
    public void apply(ActivityEvent event, Moment now) {
        if (event instanceof ActivityEvent.Told told) {
            told(told, now);
        } else if (event instanceof ActivityEvent.Listed listed) {
            listed(listed.activity(), listed.asked());
        } else if (event instanceof ActivityEvent.Gone gone) {
            gone(gone.uuid(), now);
        }
    }

    /** What runs, by uuid: an immutable copy, made when asked for and, while somebody holds it, until something changes. */
    public Map<String, Activity> view() {
        View seen = view;
        long current = version.get();
        Map<String, Activity> activities =
                seen.version() == current ? seen.activities().get() : null;
        if (activities == null) {
            activities = copy();
            view = new View(current, new WeakReference<>(activities));
        }
        return activities;
    }

    private Map<String, Activity> copy() {
        Map<String, Activity> copy = new HashMap<>();
        live.forEach((uuid, entry) -> copy.put(uuid, entry.activity()));
        return Collections.unmodifiableMap(copy);
    }

    /** The activity, if it runs, or else null. */
    public @Nullable Activity current(String uuid) {
        Entry entry = live.get(uuid);
        return entry == null ? null : entry.activity();
    }

    /** How it ended, if that is remembered. */
    public Optional<Ending> recall(String uuid, Moment now) {
        return endings.recall(uuid, now.nanos());
    }

    /** Whether it ended, as far as that is remembered. */
    public boolean isOver(String uuid) {
        return endings.isOver(uuid);
    }

    /** Gives up on an activity that was promised and never seen: how it ended can be asked, and nobody else is told. */
    public Ending neverSeen(String uuid, Moment now) {
        Ending ending = Judgement.unheard(unknown(uuid), now.instant());
        endings.recallable(ending, now.nanos());
        return ending;
    }

    /** A snapshot is under way: what ends from now on is not forgotten before its answer. */
    public void snapshotAsked(Moment now) {
        endings.snapshotAsked(now.nanos());
    }

    /** The snapshot under way was answered, or failed. */
    public void snapshotAnswered(Moment now) {
        endings.snapshotAnswered(now.nanos());
    }

    @Nullable
    Entry entry(String uuid) {
        return live.get(uuid);
    }

    Collection<Entry> entries() {
        return live.values();
    }

    private void told(ActivityEvent.Told told, Moment now) {
        Report report = told.report();
        if (endings.isOver(report.uuid())) {
            counters.count(Counter.LATE);
            return;
        }
        Entry entry = live.get(report.uuid());
        if (report.ended()) {
            ended(told, entry, now);
        } else if (entry != null) {
            entry.hear(told.generation(), now.nanos());
            replace(entry, report.activity());
        } else if (report.activity() != null) {
            start(report.activity(), told.generation(), now.nanos());
        }
    }

    private void ended(ActivityEvent.Told told, @Nullable Entry entry, Moment now) {
        Report report = told.report();
        Activity said = report.activity();
        Activity last = said != null ? said : entry != null ? entry.activity() : unknown(report.uuid());
        if (entry == null) {
            counters.count(Counter.MISSED_STARTS);
            changes.accept(new ActivityChange.Started(last));
        }
        OptionalDouble progress = said != null ? said.progress() : OptionalDouble.empty();
        end(Judgement.heard(last, progress, report.cancelled(), told.cancelAccepted(), now.instant()), now);
    }

    private void listed(Activity row, long asked) {
        Entry entry = live.get(row.uuid());
        if (endings.isOver(row.uuid())) {
            counters.count(Counter.STALE_ROWS);
        } else if (entry != null) {
            replace(entry, row);
        } else {
            start(row, NO_STREAM, asked);
        }
    }

    private void gone(String uuid, Moment now) {
        Entry entry = live.get(uuid);
        if (entry != null) {
            end(Judgement.unheard(entry.activity(), now.instant()), now);
        }
    }

    private void start(Activity activity, int generation, long heard) {
        if (live.size() >= most || weight + Weight.of(activity) > heaviest) {
            counters.count(Counter.OVERFLOWED);
            return;
        }
        add(activity, generation, heard);
        changes.accept(new ActivityChange.Started(activity));
    }

    private void add(Activity activity, int generation, long heard) {
        Entry entry = new Entry(activity, generation, heard);
        live.put(activity.uuid(), entry);
        weight += entry.charged();
        version.incrementAndGet();
    }

    private void replace(Entry entry, @Nullable Activity activity) {
        Activity previous = entry.activity();
        if (activity == null || activity.equals(previous)) {
            counters.count(Counter.DUPLICATES);
            return;
        }
        if (Weight.gained(previous, activity) > 0 && !charge(entry, Weight.of(activity))) {
            counters.count(Counter.OVERFLOWED);
            return;
        }
        entry.replace(activity);
        version.incrementAndGet();
        changes.accept(new ActivityChange.Updated(previous, activity));
    }

    /** Whether there is room for it to weigh as much. */
    private boolean charge(Entry entry, int weighs) {
        int more = Math.max(0, weighs - entry.charged());
        if (more > 0 && weight + more > heaviest) {
            return false;
        }
        entry.charge(more);
        weight += more;
        return true;
    }

    private void end(Ending ending, Moment now) {
        endings.add(ending, now.nanos());
        Entry entry = live.remove(ending.activity().uuid());
        weight -= entry == null ? 0 : entry.charged();
        version.incrementAndGet();
        changes.accept(new ActivityChange.Ended(ending));
    }

    private static Activity unknown(String uuid) {
        return new Activity(uuid, "", "", "", OptionalDouble.empty(), false, OptionalLong.empty(), Map.of(), Map.of());
    }
}

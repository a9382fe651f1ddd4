package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All activities the server ever ran. Whatever happens to one is said to whoever listens, as a true server does. */
final class Jobs {

    private static final List<String> TYPES =
            List.of("library.update.section", "library.refresh.items", "media.generate.credits", "grabber.grab");

    private final Dice dice;
    private final Ledger ledger;
    private final Consumer<List<Notice>> wire;
    private final boolean forgotten;
    private final @Nullable String unlistedType;
    private final Map<String, Job> all = new LinkedHashMap<>();
    private final List<Job> running = new ArrayList<>();
    private final Set<String> seldomListed = new HashSet<>();
    private int number;

    /**
     * No job yet.
     *
     * @param wire to which each frame's worth of notices is given
     * @param forgotten whether the monitor remembers so few endings that it may take what is over for new
     */
    Jobs(Dice dice, Ledger ledger, Consumer<List<Notice>> wire, boolean forgotten) {
        this.dice = dice;
        this.ledger = ledger;
        this.wire = wire;
        this.forgotten = forgotten;
        this.unlistedType = dice.chance(0.3) ? "media.offline.transcode" : null;
    }

    /** The row that an idle server lists at 100 for ever. */
    void beginButler() {
        OptionalDouble done = OptionalDouble.of(100);
        OptionalLong owner = OptionalLong.of(1);
        add(new Activity("butler", "butler", "Butler", "", done, false, owner, Map.of(), Map.of()));
    }

    Job begin() {
        return begin(unlistedType != null && dice.chance(0.25) ? unlistedType : dice.oneOf(TYPES));
    }

    /** One that the list shows. */
    Job beginListed() {
        return begin(dice.oneOf(TYPES));
    }

    Job begin(String type) {
        Job job = add(fresh(type));
        if (!job.isListed()) {
            ledger.happened(Happening.TYPE_NEVER_LISTED);
        }
        say(notice("started", job));
        return job;
    }

    private Activity fresh(String type) {
        return new Activity(
                "job-" + ++number,
                type,
                "Job " + number,
                "",
                OptionalDouble.of(0),
                dice.chance(0.7),
                OptionalLong.of(1 + dice.below(2)),
                Map.of(),
                Map.of());
    }

    private Job add(Activity begun) {
        Job job = new Job(begun, !begun.type().equals(unlistedType), now());
        all.put(begun.uuid(), job);
        running.add(job);
        return job;
    }

    @Nullable
    Job find(String uuid) {
        return all.get(uuid);
    }

    /** Whether a monitor may rightly say that it does not run: it is over, or no list ever shows it. */
    boolean mayBeOver(String uuid) {
        Job job = find(uuid);
        return job == null || job.isOver() || !job.isListed();
    }

    /**
     * What no list shows may be taken for ended while it runs, and after a quarter of an hour for something new. So may what
     * is over, where few endings are remembered.
     */
    boolean mayComeBack(String uuid) {
        Job job = find(uuid);
        return job != null && (!job.isListed() || (forgotten && job.isOver()));
    }

    boolean isQuieterThan(int most) {
        return running.size() < most;
    }

    /** How many began. */
    int count() {
        return number;
    }

    /** One that runs, the butler aside. */
    @Nullable
    Job anyRunning() {
        Job job = running.isEmpty() ? null : dice.oneOf(running);
        return job == null || job.uuid().equals("butler") ? null : job;
    }

    /** What the list holds in truth. */
    List<Activity> rows() {
        return running.stream().filter(Job::isListed).map(Job::now).toList();
    }

    /** What a list held a while ago. It does not show what began since, and no list leaves that out once more. */
    List<Activity> rowsAt(long nanos) {
        running.stream().filter(job -> job.at(nanos).isEmpty()).forEach(Job::leftOut);
        return all.values().stream()
                .filter(Job::isListed)
                .flatMap(job -> job.at(nanos).stream())
                .toList();
    }

    /** What the list holds where it leaves rows out now and then. */
    List<Activity> rows(double omission) {
        List<Activity> rows = new ArrayList<>();
        List<Activity> omitted = new ArrayList<>();
        for (Job job : running) {
            if (job.isListed()) {
                (job.isOmitted(omission > 0 && dice.chance(omission)) ? omitted : rows).add(job.now());
            }
        }
        rows.forEach(row -> seldomListed.remove(row.type()));
        omitted.forEach(row -> seldomListed.add(row.type()));
        if (!omitted.isEmpty()) {
            ledger.happened(rows.isEmpty() ? Happening.LIST_EMPTY_AND_JOBS_RUN : Happening.LIST_WITHOUT_A_ROW);
        }
        return rows;
    }

    /**
     * Whether a monitor that missed the end may go on showing it: no list ever shows such a type, or the latest that could
     * have shown one did not.
     */
    private boolean mayStay(Job job) {
        return !job.isListed() || seldomListed.contains(job.now().type());
    }

    /** The server speaks of it and its list does not show it: so it is with types that are never listed. */
    void spokenOfWhileUnlisted(Job job) {
        seldomListed.add(job.now().type());
    }

    /** Whether a monitor may wait for the end of it for ever. */
    boolean mayStay(String uuid) {
        Job job = find(uuid);
        return job != null && mayStay(job);
    }

    /** What runs and is listed is shown as it is, and nothing else but what no list ever shows. */
    void requireShown(Map<String, Activity> view) {
        for (Job job : running) {
            Activity shown = view.get(job.uuid());
            if (job.isListed() && !job.now().equals(shown)) {
                ledger.violated("shown is " + shown + ", true is " + job.now());
            }
        }
        view.keySet().forEach(uuid -> {
            Job job = find(uuid);
            boolean right = job != null && (!job.isOver() || mayStay(job));
            ledger.require(right, "shown, and over: ", uuid);
        });
    }

    /** It stands otherwise; nobody is told of it yet. */
    void advance(Job job, Activity next) {
        job.becomes(next, now());
    }

    /** It is over; nobody is told of it yet. */
    void end(Job job, Job.Fate fate, boolean cancelledFlag) {
        running.remove(job);
        job.end(fate, cancelledFlag, now());
    }

    /** One that began and is over already, and that nobody was told of. */
    Job past() {
        Job job = add(fresh(dice.oneOf(TYPES)));
        end(job, Job.Fate.FINISHED, false);
        return job;
    }

    /** One that has been over for no longer than this. */
    @Nullable
    Job anyOverFor(long nanos) {
        long since = now() - nanos;
        List<Job> over = all.values().stream()
                .filter(job -> job.isOver() && job.overSince() >= since)
                .toList();
        return over.isEmpty() ? null : dice.oneOf(over);
    }

    /** All gone, and nobody is told. */
    void restart() {
        running.forEach(job -> job.end(Job.Fate.LOST, false, now()));
        running.clear();
    }

    Notice notice(String event, Job job) {
        return new Notice(event, job.uuid(), job.now(), false);
    }

    /** Says something, all in one frame. */
    void say(Notice... notices) {
        say(List.of(notices));
    }

    void say(List<Notice> notices) {
        wire.accept(notices);
    }

    private long now() {
        return ledger.time().nanos();
    }

    Collection<Job> running() {
        return List.copyOf(running);
    }
}

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
    private final Consumer<Notice> wire;
    private final @Nullable String unlistedType;
    private final Map<String, Job> all = new LinkedHashMap<>();
    private final List<Job> running = new ArrayList<>();
    private final Set<String> seldomListed = new HashSet<>();
    private int number;

    Jobs(Dice dice, Consumer<Notice> wire) {
        this.dice = dice;
        this.wire = wire;
        this.unlistedType = dice.chance(0.3) ? "media.offline.transcode" : null;
    }

    /** The row that an idle server lists at 100 for ever. */
    void beginButler() {
        add(new Activity(
                "butler",
                "butler",
                "Butler",
                "",
                OptionalDouble.of(100),
                false,
                OptionalLong.of(1),
                Map.of(),
                Map.of()));
    }

    Job begin() {
        return begin(unlistedType != null && dice.chance(0.25) ? unlistedType : dice.oneOf(TYPES));
    }

    /** One that the list shows. */
    Job beginListed() {
        return begin(dice.oneOf(TYPES));
    }

    private Job begin(String type) {
        Job job = add(new Activity(
                "job-" + ++number,
                type,
                "Job " + number,
                "",
                OptionalDouble.of(0),
                dice.chance(0.7),
                OptionalLong.of(1 + dice.below(2)),
                Map.of(),
                Map.of()));
        say("started", job);
        return job;
    }

    private Job add(Activity begun) {
        Job job = new Job(begun, !begun.type().equals(unlistedType));
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

    /** What no list shows may be taken for ended while it runs, and after a quarter of an hour for something new. */
    boolean mayComeBack(String uuid) {
        Job job = find(uuid);
        return job != null && !job.isListed();
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
    Collection<Activity> rows() {
        return running.stream().filter(Job::isListed).map(Job::now).toList();
    }

    /** What the list holds where it leaves rows out now and then. */
    Collection<Activity> rows(double omission) {
        List<Activity> rows = new ArrayList<>();
        List<Activity> omitted = new ArrayList<>();
        running.stream()
                .filter(Job::isListed)
                .forEach(job -> (job.isOmitted(dice.chance(omission)) ? omitted : rows).add(job.now()));
        rows.forEach(row -> seldomListed.remove(row.type()));
        omitted.forEach(row -> seldomListed.add(row.type()));
        return rows;
    }

    /**
     * Whether a monitor that missed the end may go on showing it: no list ever shows such a type, or the latest that could
     * have shown one did not.
     */
    private boolean mayStay(Job job) {
        return !job.isListed() || seldomListed.contains(job.now().type());
    }

    /** Whether a monitor may wait for the end of it for ever. */
    boolean mayStay(String uuid) {
        Job job = find(uuid);
        return job != null && mayStay(job);
    }

    /** What runs and is listed is shown as it is, and nothing else but what no list ever shows. */
    void requireShown(Map<String, Activity> view, Ledger ledger) {
        for (Job job : running) {
            Activity shown = view.get(job.uuid());
            ledger.require(job.now().equals(shown) || !job.isListed(), "shown is " + shown + ", true is " + job.now());
        }
        view.keySet().forEach(uuid -> {
            Job job = find(uuid);
            boolean right = job != null && (!job.isOver() || mayStay(job));
            ledger.require(right, "shown, and over: " + uuid);
        });
    }

    /** A step forward, with its context if that is not known yet, and not seldom said several times. */
    void advance(Job job) {
        Activity before = job.now();
        Map<String, Object> context = before.context().isEmpty() && dice.chance(0.6)
                ? Map.of("librarySectionID", String.valueOf(1 + dice.below(3)))
                : dice.chance(0.05) ? Map.of() : before.context();
        double progress = Math.min(98, before.progress().orElse(0) + dice.below(20));
        OptionalDouble next = dice.chance(0.05) ? OptionalDouble.empty() : OptionalDouble.of(progress);
        job.becomes(new Activity(
                before.uuid(),
                before.type(),
                before.title(),
                "step " + dice.below(10),
                next,
                before.cancellable(),
                before.userId(),
                context,
                before.response()));
        for (int times = dice.chance(0.1) ? 4 : 1; times > 0; times--) {
            say("updated", job);
        }
    }

    void end(Job job, Job.Fate fate) {
        if (job.isOver()) {
            return;
        }
        running.remove(job);
        job.end(fate, fate != Job.Fate.FINISHED && dice.chance(0.1));
        boolean bare = fate == Job.Fate.INDETERMINATE && dice.chance(0.3);
        wire.accept(new Notice("ended", job.uuid(), bare ? null : job.now(), job.cancelledByFlag()));
        if (dice.chance(0.2)) {
            say("updated", job);
        }
    }

    /** All gone, and nobody is told. */
    void restart() {
        running.forEach(job -> job.end(Job.Fate.LOST, false));
        running.clear();
    }

    void say(String event, Job job) {
        wire.accept(new Notice(event, job.uuid(), job.now(), false));
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All that one listener was told: each story whole and in order, nothing invented, and the monitor showing it already. */
final class Storybook {

    static final long NEVER = Long.MAX_VALUE;

    /** Fifteen minutes, less one for what is told late. */
    static final long REMEMBERED = VirtualTime.seconds(14 * 60);

    private final String name;
    private final World world;
    private final Jobs jobs;
    private final ActivityFilter filter;
    private final boolean whole;
    private boolean lags;
    private final Map<String, Activity> living = new HashMap<>();
    private final Map<String, Long> ended = new HashMap<>();
    private final Set<String> endExpected = new HashSet<>();
    private String connection = "";
    private boolean shut;
    private boolean busy;

    /**
     * An empty book.
     *
     * @param whole whether the filter lets everything through
     */
    Storybook(String name, Stage stage, ActivityFilter filter, boolean whole) {
        this.name = name;
        this.world = stage.world;
        this.jobs = stage.jobs;
        this.lags = stage.executor.lags();
        this.filter = filter;
        this.whole = whole;
    }

    String name() {
        return name;
    }

    ActivityFilter filter() {
        return filter;
    }

    /** It goes on where that of another process left off, which was told of the start of what its filter chooses. */
    void resume(Collection<Activity> known) {
        known.stream().filter(filter).forEach(activity -> living.put(activity.uuid(), activity));
    }

    boolean knows(String uuid) {
        return living.containsKey(uuid) || ended.containsKey(uuid);
    }

    /** When the end was told, NEVER if it was not. */
    long endedAt(String uuid) {
        return ended.getOrDefault(uuid, NEVER);
    }

    /** Nothing may be told any more. */
    void shut() {
        shut = true;
    }

    /** Its listener may be late, and so be told less. */
    void mayLag() {
        lags = true;
    }

    /** A callback, and what the listener does in it. */
    void told(Supplier<?> what, Runnable check, Runnable own) {
        world.ledger().note(name, what);
        require(!shut, "a callback came after the listener was removed, or the monitor closed", name);
        require(!busy, "two callbacks of one listener overlap", name);
        busy = true;
        try {
            check.run();
            own.run();
        } finally {
            busy = false;
        }
    }

    void started(Activity activity) {
        String uuid = activity.uuid();
        require(!knows(uuid) || jobs.mayComeBack(uuid), "an activity started twice", activity);
        require(filter.test(activity), "a story began that the filter does not choose", activity);
        requireTrue(activity);
        living.put(uuid, activity);
        requireShown(uuid);
    }

    void progressed(Activity previous, Activity current) {
        String uuid = current.uuid();
        require(living.containsKey(uuid), "progress without a start, or after the end", current);
        require(previous.equals(living.get(uuid)), "previous is not what was told last", previous);
        requireTrue(current);
        living.put(uuid, current);
        requireShown(uuid);
    }

    void ended(Ending ending) {
        Activity last = ending.activity();
        require(living.remove(last.uuid()) != null, "an end without a start, or a second one", ending);
        boolean shown = world.view().get().containsKey(last.uuid());
        require(!shown || jobs.mayComeBack(last.uuid()), "the monitor still shows what has ended", ending);
        ended.put(last.uuid(), world.time().nanos());
        endExpected.remove(last.uuid());
        requireHonest(ending);
    }

    void synchronizedWith(Map<String, Activity> activities) {
        activities.values().forEach(this::requireTrue);
        if (whole) {
            require(activities.keySet().equals(living.keySet()), "synchronized with what was not told", activities);
        }
    }

    /** A listener that lags far behind is spared what lies between, and may be told the same twice. */
    void connection(String status) {
        require(lags || !status.equals(connection), "told again how the connection stands, and nothing is new", status);
        connection = status;
    }

    /** The view shows a change before it is told; what it no longer shows has ended, and that is told later. */
    private void requireShown(String uuid) {
        if (!world.view().get().containsKey(uuid)) {
            endExpected.add(uuid);
        }
    }

    private void requireTrue(Activity activity) {
        Job job = jobs.find(activity.uuid());
        require(job != null && (job.was(activity) || isBare(activity)), "invented", activity);
    }

    /** As told by an end that says no more than the uuid. */
    private static boolean isBare(Activity activity) {
        return activity.type().isEmpty();
    }

    private void requireHonest(Ending ending) {
        requireTrue(ending.activity());
        Honesty.of(ending, jobs).ifPresent(lie -> require(false, lie, ending));
    }

    /** Who is told at once knows at every moment what the monitor shows. */
    void requireUpToDate() {
        require(
                living.equals(world.view().get()),
                "what is shown was not told at once",
                world.view().get());
    }

    /** All that is waiting was told: the book is complete. */
    void requireComplete() {
        require(endExpected.isEmpty(), "an end was never told", endExpected);
        Map<String, Activity> view = world.view().get();
        if (whole) {
            require(living.equals(view), "what was told last is not what the monitor shows", view);
        } else {
            require(view.entrySet().containsAll(living.entrySet()), "a filtered story is not up to date", living);
            view.values()
                    .forEach(shown -> require(
                            !filter.test(shown) || living.containsKey(shown.uuid()), "a match was not told", shown));
        }
    }

    private void require(boolean kept, String rule, Object what) {
        if (!kept) {
            world.ledger().violated(rule + " (" + name + "): " + what);
        }
    }
}

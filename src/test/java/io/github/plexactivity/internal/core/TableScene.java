package io.github.plexactivity.internal.core;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A table, the changes it told of, and a clock in the test's hand. */
final class TableScene {

    final Counters counters = new Counters();
    final ActivityTable table;
    private final List<ActivityChange> changes = new ArrayList<>();
    private Moment now = Given.second(0);
    private Runnable onChange = () -> {};

    TableScene() {
        this(100);
    }

    TableScene(int most) {
        table = new ActivityTable(most, counters, this::changed);
    }

    TableScene at(double seconds) {
        now = Given.second(seconds);
        return this;
    }

    Moment now() {
        return now;
    }

    TableScene resumed(Activity activity) {
        table.resume(activity, now);
        return this;
    }

    TableScene told(Activity activity) {
        return told(Given.says(activity), 1);
    }

    TableScene toldEnded(Activity activity) {
        return told(Given.saysEnded(activity), 1);
    }

    TableScene told(Report report, int generation) {
        table.apply(new ActivityEvent.Told(report, false, generation), now);
        return this;
    }

    TableScene listed(Activity row) {
        table.apply(new ActivityEvent.Listed(row, now.nanos()), now);
        return this;
    }

    TableScene gone(String uuid) {
        table.apply(new ActivityEvent.Gone(uuid), now);
        return this;
    }

    /** When, on the monitor's clock, a stream last told of a running activity. */
    long heard(String uuid) {
        return requireNonNull(table.entry(uuid)).heard();
    }

    /** The stream that last told of a running activity. */
    int generation(String uuid) {
        return requireNonNull(table.entry(uuid)).generation();
    }

    /** What a listener does when it is told of a change. */
    TableScene onChange(Runnable action) {
        onChange = action;
        return this;
    }

    private void changed(ActivityChange change) {
        changes.add(change);
        onChange.run();
    }

    /** The changes since this was last asked, each in a few words: {@code started a 0}, {@code ended a COMPLETED …}. */
    List<String> changes() {
        List<String> words = changes.stream().map(TableScene::inWords).toList();
        changes.clear();
        return words;
    }

    private static String inWords(ActivityChange change) {
        if (change instanceof ActivityChange.Updated updated) {
            return "updated " + inWords(updated.previous()) + " to " + inWords(updated.activity());
        }
        if (change instanceof ActivityChange.Ended ended) {
            Ending ending = ended.ending();
            return "ended " + inWords(ending.activity()) + " " + ending.outcome() + " by " + ending.evidence();
        }
        return "started " + inWords(change.activity());
    }

    private static String inWords(Activity activity) {
        OptionalDouble progress = activity.progress();
        return activity.uuid() + (progress.isPresent() ? " " + (int) progress.getAsDouble() : " ?");
    }
}

package io.github.plexactivity.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A listener that holds the delivery to its promises: one call at a time; a start, updates that each begin where the
 * last one left off, one end; nothing after closing. A broken promise is kept until {@link #check}, since what a
 * callback throws goes nowhere.
 */
final class StrictListener implements ActivityListener {
    private final int chosenFrom;
    private final Consumer<StrictListener> during;
    private final Map<String, Activity> known = new HashMap<>();
    private final List<String> starts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<String> spine = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private @Nullable AssertionError broken;
    private boolean busy;
    private boolean closed;
    private int lastStatus = -1;

    /**
     * A listener not registered yet.
     *
     * @param chosenFrom the progress from which its filter matches; 0 for every activity
     */
    StrictListener(int chosenFrom, Consumer<StrictListener> during) {
        this.chosenFrom = chosenFrom;
        this.during = during;
    }

    boolean chooses(Activity activity) {
        return activity.progress().orElse(0) >= chosenFrom;
    }

    void close() {
        closed = true;
    }

    /**
     * Throws what was broken.
     *
     * @param happened the starts and ends since it was registered, in the order of the loop
     */
    void check(List<String> happened) {
        if (broken != null) {
            throw broken;
        }
        assertThat(starts).as("%s", story).doesNotHaveDuplicates();
        Iterator<String> steps = happened.iterator();
        for (String told : chosenFrom == 0 ? spine : ends) {
            assertThat(reaches(steps, told))
                    .as("%s is in its place in %s%n%s", told, happened, story)
                    .isTrue();
        }
    }

    private static boolean reaches(Iterator<String> steps, String told) {
        while (steps.hasNext()) {
            if (steps.next().equals(told)) {
                return true;
            }
        }
        return false;
    }

    /** All was told: what it knows is what runs and was chosen, and nothing was left out where nothing was dropped. */
    void checkTold(Map<String, Activity> living, List<String> happened, boolean dropped) {
        check(happened);
        known.forEach((uuid, activity) -> assertThat(activity).as("%s", story).isEqualTo(living.get(uuid)));
        List<String> chosen = living.values().stream()
                .filter(this::chooses)
                .map(Activity::uuid)
                .toList();
        assertThat(known.keySet()).as("%s", story).containsAll(chosen);
        if (chosenFrom == 0 && !dropped) {
            assertThat(spine).as("%s", story).isEqualTo(happened);
        }
    }

    private void call(String line, Runnable check) {
        story.append(line).append('\n');
        try {
            assertThat(busy).as("calls overlap%n%s", story).isFalse();
            assertThat(closed).as("told after closing%n%s", story).isFalse();
            check.run();
        } catch (AssertionError error) {
            broken = broken == null ? error : broken;
        }
        busy = true;
        try {
            during.accept(this);
        } finally {
            busy = false;
        }
    }

    @Override
    public void onStarted(Activity activity) {
        call("started " + Told.shown(activity), () -> {
            assertThat(chooses(activity)).as("%s", story).isTrue();
            assertThat(known.put(activity.uuid(), activity)).as("%s", story).isNull();
            starts.add(activity.uuid());
            spine.add("started " + activity.uuid());
        });
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        call(
                "progress " + Told.shown(previous) + " to " + Told.shown(current),
                () -> assertThat(known.put(current.uuid(), current))
                        .as("%s", story)
                        .isEqualTo(previous));
    }

    @Override
    public void onEnded(Ending ending) {
        String uuid = ending.activity().uuid();
        call("ended " + Told.shown(ending.activity()), () -> {
            assertThat(known.remove(uuid)).as("%s", story).isNotNull();
            ends.add("ended " + uuid);
            spine.add("ended " + uuid);
        });
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        call(
                "synchronized " + activities.keySet(),
                () -> assertThat(activities.keySet()).as("%s", story).containsAll(known.keySet()));
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        call("connection " + status.failures(), () -> {
            assertThat(status.failures()).as("%s", story).isGreaterThan(lastStatus);
            lastStatus = status.failures();
        });
    }
}

package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.internal.core.Weight;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The fields of the container of a list: how many rows it says it holds, and the rows. */
final class SnapshotRows implements WireValue.Fields {

    private final int maxActivities;
    private final Known known;
    private final Map<String, Activity> rows = new LinkedHashMap<>();
    private OptionalLong size = OptionalLong.empty();
    private long weight;
    private int found;
    private int malformed;
    private int overflowed;

    SnapshotRows(int maxActivities, Known known) {
        this.maxActivities = maxActivities;
        this.known = known;
    }

    @Override
    public void set(String name, WireValue value) throws IOException {
        switch (name) {
            case "size" -> size = value.whole();
            case "Activity" -> value.elements(this::add);
            default -> {} // Servers add fields.
        }
    }

    private void add(WireValue row) throws IOException {
        found++;
        if (rows.size() >= maxActivities || weight > Weight.most(maxActivities)) {
            overflowed++;
            return;
        }
        ActivityDraft draft = ActivityDraft.read(row, "", known);
        if (draft == null || draft.uuid().isEmpty()) {
            malformed++;
        } else {
            Activity activity = draft.activity(draft.uuid());
            weight += Weight.of(activity);
            rows.put(activity.uuid(), activity);
        }
    }

    /**
     * The list, if it adds up.
     *
     * @throws MonitorException.Malformed if it does not say how many rows it has, or has fewer than it says
     */
    Snapshot snapshot() {
        if (size.isEmpty() || size.getAsLong() < 0) {
            throw new MonitorException.Malformed("the list of activities does not say how many it holds", null);
        }
        if (size.getAsLong() > found) {
            throw new MonitorException.Malformed(
                    "the list of activities is cut short: it holds " + found + " of " + size.getAsLong(), null);
        }
        return new Snapshot(Collections.unmodifiableMap(rows), malformed, overflowed);
    }
}

package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.model.Activity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a list means, read off its tree. */
final class ExpectedList {

    private ExpectedList() {}

    /** The list, or null if it is to be refused. */
    static @Nullable Snapshot of(Node document, int maxActivities) {
        Node container = new Node.Nothing();
        for (Node.Field field : document.fieldsOf()) {
            container = field.name().equals("MediaContainer") ? field.value() : container;
        }
        return container instanceof Node.Fields ? rows(container, maxActivities) : null;
    }

    private static @Nullable Snapshot rows(Node container, int maxActivities) {
        Map<String, Activity> rows = new LinkedHashMap<>();
        OptionalLong size = OptionalLong.empty();
        int found = 0;
        int malformed = 0;
        int overflowed = 0;
        for (Node.Field field : container.fieldsOf()) {
            if (field.name().equals("size")) {
                size = Scalars.whole(field.value().plain(0));
            }
            for (Node row : field.name().equals("Activity") ? field.value().elementsOf() : List.<Node>of()) {
                ExpectedActivity activity = new ExpectedActivity(row);
                found++;
                if (rows.size() >= maxActivities) {
                    overflowed++;
                } else if (activity.uuid().isEmpty()) {
                    malformed++;
                } else {
                    rows.put(activity.uuid(), activity.as(activity.uuid()));
                }
            }
        }
        boolean addsUp = size.isPresent() && size.getAsLong() >= 0 && size.getAsLong() <= found;
        return addsUp ? new Snapshot(rows, malformed, overflowed) : null;
    }
}

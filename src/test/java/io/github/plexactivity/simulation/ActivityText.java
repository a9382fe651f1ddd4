package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Activities as the server writes them. */
final class ActivityText {

    private ActivityText() {}

    static String of(Activity activity) {
        StringBuilder json = new StringBuilder("{\"uuid\":\"")
                .append(activity.uuid())
                .append("\",\"type\":\"")
                .append(activity.type())
                .append("\",\"cancellable\":")
                .append(activity.cancellable())
                .append(",\"userID\":")
                .append(activity.userId().orElse(1))
                .append(",\"title\":\"")
                .append(activity.title())
                .append("\",\"subtitle\":\"")
                .append(activity.subtitle())
                .append("\",\"progress\":")
                .append((int) activity.progress().orElse(-1));
        if (!activity.context().isEmpty()) {
            json.append(",\"Context\":").append(object(activity.context()));
        }
        return json.append('}').toString();
    }

    private static String object(Map<String, Object> map) {
        return map.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The answer to {@code GET /activities}. */
    static String list(Collection<Activity> rows) {
        if (rows.isEmpty()) {
            return "{\"MediaContainer\":{\"size\":0}}";
        }
        return rows.stream()
                .map(ActivityText::of)
                .collect(Collectors.joining(
                        ",", "{\"MediaContainer\":{\"size\":" + rows.size() + ",\"Activity\":[", "]}}"));
    }

    /** For the ledger. */
    static String shortly(Activity activity) {
        return activity.uuid() + "@" + (int) activity.progress().orElse(-1) + "/" + activity.subtitle()
                + activity.context().keySet();
    }
}

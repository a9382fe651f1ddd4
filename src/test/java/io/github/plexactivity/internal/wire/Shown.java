package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.model.Activity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values in the words of the tables: kinds can be told apart ({@code "1"}, {@code 1}, {@code 1.0}), empty is left out. */
final class Shown {

    private Shown() {}

    static String report(Report report) {
        Activity activity = report.activity();
        return (report.ended() ? "ended " : "lives ")
                + report.uuid()
                + (report.cancelled() ? " cancelled" : "")
                + (activity == null ? "" : " " + activity(activity));
    }

    static String activity(Activity activity) {
        return value(activity.type()) + " "
                + value(activity.title()) + " "
                + value(activity.subtitle()) + " "
                + (activity.progress().isPresent() ? activity.progress().getAsDouble() : "-")
                + (activity.cancellable() ? " cancellable" : "")
                + (activity.userId().isPresent() ? " user=" + activity.userId().getAsLong() : "")
                + (activity.context().isEmpty() ? "" : " context=" + value(activity.context()))
                + (activity.response().isEmpty() ? "" : " response=" + value(activity.response()));
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }
}

package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An activity as the server writes it, in the order of its fields. */
final class ActivityRow {

    private ActivityRow() {}

    /** What is empty is left out, but for the texts and for the progress, which is then -1. */
    static Map<String, Object> of(Activity activity) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("uuid", activity.uuid());
        row.put("type", activity.type());
        row.put("cancellable", activity.cancellable());
        activity.userId().ifPresent(id -> row.put("userID", id));
        row.put("title", activity.title());
        row.put("subtitle", activity.subtitle());
        row.put("progress", number(activity.progress().orElse(-1)));
        if (!activity.context().isEmpty()) {
            row.put("Context", activity.context());
        }
        if (!activity.response().isEmpty()) {
            row.put("Response", activity.response());
        }
        return row;
    }

    /** A server writes 25, not 25.0. */
    private static Object number(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    /** Reads a recorded row; what is missing or of another kind is empty. */
    static Activity read(String uuid, Map<?, ?> row) {
        return new Activity(
                uuid,
                text(row.get("type")),
                text(row.get("title")),
                text(row.get("subtitle")),
                progress(row.get("progress")),
                Boolean.TRUE.equals(row.get("cancellable")),
                row.get("userID") instanceof Long id ? OptionalLong.of(id) : OptionalLong.empty(),
                map(row.get("Context")),
                map(row.get("Response")));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static OptionalDouble progress(@Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 100) {
            return OptionalDouble.of(number.doubleValue());
        }
        return OptionalDouble.empty();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (each != null) {
                    copy.put(String.valueOf(key), withoutNulls(each));
                }
            });
        }
        return copy;
    }

    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(ActivityRow::withoutNulls)
                    .toList();
        }
        return value;
    }
}

package io.github.plexactivity.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of frames what tells of people: titles, names, files, accounts, uuids, and whatever else is a text that is not
 * known to be harmless. What is the same stays the same, so that a recording still tells its story.
 */
final class Redaction {
    /** Fields whose text says what kind of thing it is, not which. */
    private static final Set<String> KINDS = Set.of("event", "type", "_elementType", "librarySectionID");

    /** Texts that say nothing of anybody, as numbers and switches do. */
    private static final String HARMLESS = "-?[0-9]{0,9}(\\.[0-9]{1,3})?|true|false";

    /** An address within the server, by numbers. */
    private static final String PATH = "(/(library|metadata|sections|collections|playlists|children|[0-9]+))+";

    private final Map<String, String> replacements = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The frame without them; empty if it is not JSON. */
    Optional<String> of(String frame) {
        try {
            return Optional.of(
                    JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(value("", JSON.std.anyFrom(frame))));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private Object value(String field, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> redacted = new LinkedHashMap<>();
            map.forEach((key, inner) -> redacted.put(String.valueOf(key), value(String.valueOf(key), inner)));
            return redacted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> value(field, inner)).toList();
        }
        if (field.equals("userID") || field.equals("accountID")) {
            return number(field, value);
        }
        return value instanceof String text ? text(field, text) : value;
    }

    /** The owner is 1 everywhere; others are counted. */
    private Object number(String field, Object value) {
        return String.valueOf(value).equals("1")
                ? value
                : Integer.valueOf(replaced(field, value).replaceAll("\\D", ""));
    }

    private String text(String field, String text) {
        if (text.matches(HARMLESS) || text.matches(PATH) || KINDS.contains(field) && text.matches("[\\w.]{1,64}")) {
            return text;
        }
        return replaced(field, text);
    }

    /** The same for the same: {@code title 2}. A uuid keeps the shape of one. */
    private String replaced(String field, Object value) {
        return replacements.computeIfAbsent(field + " " + value, key -> {
            int count = counts.merge(field, 1, Integer::sum) + (field.endsWith("ID") ? 1 : 0);
            return field.equals("uuid") ? "00000000-0000-4000-8000-%012d".formatted(count) : field + " " + count;
        });
    }
}

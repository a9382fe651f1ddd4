package io.github.plexactivity.examples.fleet.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the values an activity may hold: String, Boolean, Long, Double, List and Map, and no nulls. */
final class PlainValues {

    private PlainValues() {}

    /** An empty map for anything but an object. */
    static Map<String, Object> map(JsonNode json) {
        Map<String, Object> map = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                map.put(field.getKey(), value(field.getValue()));
            }
        });
        return map;
    }

    private static Object value(JsonNode json) {
        if (json.isObject()) {
            return map(json);
        }
        if (json.isArray()) {
            return list(json);
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isNumber()) {
            return number(json);
        }
        return json.asText();
    }

    private static List<Object> list(JsonNode json) {
        List<Object> list = new ArrayList<>();
        json.forEach(each -> {
            if (!each.isNull()) {
                list.add(value(each));
            }
        });
        return list;
    }

    private static Object number(JsonNode json) {
        if (json.isIntegralNumber() && json.canConvertToLong()) {
            return json.longValue();
        }
        return json.doubleValue();
    }
}

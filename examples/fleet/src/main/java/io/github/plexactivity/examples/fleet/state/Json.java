package io.github.plexactivity.examples.fleet.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** What both kinds of records are read and written by. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode of(Object plain) {
        return MAPPER.valueToTree(plain);
    }

    /** The parser's own message may repeat what it read; nobody needs to see that. */
    static ObjectNode read(byte[] value) {
        try {
            if (MAPPER.readTree(value) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new UnreadableRecord("it is no JSON");
        }
        throw new UnreadableRecord("it is no JSON object");
    }

    static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new UnreadableRecord("its field " + field + " is missing, or no text");
        }
        return value.textValue();
    }

    static String textOrEmpty(JsonNode json, String field) {
        return json.path(field).asText("");
    }

    static Instant time(JsonNode json, String field) {
        try {
            return Instant.parse(text(json, field));
        } catch (DateTimeException e) {
            throw new UnreadableRecord("its field " + field + " is no time", e);
        }
    }

    static <E extends Enum<E>> E oneOf(Class<E> values, JsonNode json, String field) {
        String name = text(json, field);
        return Arrays.stream(values.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableRecord("its field " + field + " has a value that is not known"));
    }
}

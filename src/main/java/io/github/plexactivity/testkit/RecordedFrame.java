package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame that a real server sent.
 *
 * @param origin the transport it was recorded on; there it is said again letter by letter
 * @param type for filters, empty where it cannot be told
 * @param text as recorded
 * @param notification what it says, where that can be told: put in another transport's own envelope
 */
record RecordedFrame(
        Transport origin,
        String type,
        String text,
        @Nullable Notification notification) implements Frame {

    static RecordedFrame event(String name, String data) {
        Notification notification = object(data)
                .filter(fields -> fields.size() == 1)
                .map(fields -> fields.entrySet().iterator().next())
                .filter(field -> field.getValue() != null)
                .map(field -> new Notification(name, String.valueOf(field.getKey()), List.of(field.getValue())))
                .orElse(null);
        return new RecordedFrame(Transport.EVENT_SOURCE, name, data, notification);
    }

    static RecordedFrame text(String text) {
        Map<?, ?> outer = object(text).orElse(Map.of());
        Map<?, ?> container = outer.get("NotificationContainer") instanceof Map<?, ?> inner ? inner : outer;
        String type = container.get("type") instanceof String name ? name : "";
        return new RecordedFrame(Transport.WEB_SOCKET, type, text, contained(type, container));
    }

    private static @Nullable Notification contained(String type, Map<?, ?> container) {
        if (container.get("_children") instanceof List<?> children) {
            return flat(type, children);
        }
        for (Entry<?, ?> field : container.entrySet()) {
            if (field.getValue() instanceof List<?> entries) {
                return new Notification(type, String.valueOf(field.getKey()), List.copyOf(entries));
            }
        }
        return null;
    }

    /** The shape of servers before 1.3, where each entry says what it is. */
    private static @Nullable Notification flat(String type, List<?> children) {
        List<Object> entries = new ArrayList<>();
        String element = "";
        for (Object child : children) {
            if (child instanceof Map<?, ?> fields) {
                Map<Object, @Nullable Object> entry = new LinkedHashMap<>(fields);
                element = String.valueOf(entry.remove("_elementType"));
                entries.add(entry);
            }
        }
        return entries.isEmpty() ? null : new Notification(type, element, entries);
    }

    private static Optional<Map<?, ?>> object(String text) {
        try {
            return Json.read(text) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] in(Dialect dialect) {
        if (dialect.transport() == origin) {
            return dialect.text(type, text);
        }
        return notification == null ? new byte[0] : dialect.encode(notification);
    }
}

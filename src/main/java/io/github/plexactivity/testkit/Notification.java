package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells, before it is wrapped for a transport.
 *
 * @param type for example {@code activity}
 * @param element the name its entries go by, for example {@code ActivityNotification}
 * @param entries almost always one
 */
record Notification(String type, String element, List<Object> entries) implements Frame {

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("account", "AccountUpdateNotification"),
            Map.entry("activity", "ActivityNotification"),
            Map.entry("backgroundProcessingQueue", "BackgroundProcessingQueueEventNotification"),
            Map.entry("log", "LogSentNotification"),
            Map.entry("playing", "PlaySessionStateNotification"),
            Map.entry("preference", "Setting"),
            Map.entry("progress", "ProgressNotification"),
            Map.entry("reachability", "ReachabilityNotification"),
            Map.entry("status", "StatusNotification"),
            Map.entry("timeline", "TimelineEntry"),
            Map.entry("transcodeSession.start", "TranscodeSession"),
            Map.entry("transcodeSession.update", "TranscodeSession"),
            Map.entry("transcodeSession.end", "TranscodeSession"),
            Map.entry("update.statechange", "AutoUpdateNotification"));

    static Notification of(String type, Object entry) {
        String element = ELEMENTS.get(type);
        if (element == null) {
            throw new IllegalArgumentException("no notification of a server is called " + type);
        }
        return new Notification(type, element, List.of(entry));
    }

    static Notification of(String event, Activity activity) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", event);
        entry.put("uuid", activity.uuid());
        entry.put("Activity", ActivityRow.of(activity));
        return of("activity", entry);
    }

    /** The envelope of EventSource, where one event holds one entry. */
    static String event(String element, Object entry) {
        return Json.write(Map.of(element, entry));
    }

    /** The envelope of WebSocket. */
    String container() {
        Map<String, @Nullable Object> container = new LinkedHashMap<>();
        container.put("type", type);
        container.put("size", (long) entries.size());
        container.put(element, entries);
        return Json.write(Map.of("NotificationContainer", container));
    }

    @Override
    public byte[] in(Dialect dialect) {
        return dialect.encode(this);
    }
}

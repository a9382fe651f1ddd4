package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Report;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ActivityNotification} in the making. For each notification a new one: fields that are written for every frame
 * cost a collector less in a young object than in one that stays.
 */
final class Notification implements WireValue.Fields {

    private final Known known;
    private String event = "";
    private String uuid = "";
    private boolean cancelled;
    private @Nullable ActivityDraft draft;

    Notification(Known known) {
        this.known = known;
    }

    @Override
    public void set(String name, WireValue value) throws IOException {
        switch (name) {
            case "event" -> event = value.text("updated");
            case "uuid" -> uuid = value.commonText("");
            case "cancelled" -> cancelled = value.truth();
            case "Activity" -> draft = ActivityDraft.read(value, uuid, known);
            default -> {} // Servers add fields.
        }
    }

    /** Whether it says that something happened: what does not may be another kind of message. */
    boolean hasEvent() {
        return !event.isEmpty();
    }

    /** Tells what was read. An event of an unknown kind tells nothing: it is neither an end nor an update. */
    void tell(NotificationDecoder.Sink sink) {
        switch (event) {
            case "started", "updated" -> tell(false, sink);
            case "ended" -> tell(true, sink);
            case "" -> sink.malformed("a notification without an event");
            default -> {}
        }
    }

    private void tell(boolean ended, NotificationDecoder.Sink sink) {
        String inner = draft == null ? "" : draft.uuid();
        if (uuid.isEmpty() && inner.isEmpty()) {
            sink.malformed("a notification without a uuid");
            return;
        }
        boolean differ = !uuid.isEmpty() && !inner.isEmpty() && !inner.equals(uuid);
        if (differ) {
            sink.mismatched();
        }
        String counts = inner.isEmpty() || differ ? uuid : inner;
        sink.report(
                draft == null
                        ? new Report(counts, ended, cancelled, null)
                        : new Report(counts, ended, cancelled || draft.cancelled(), draft.activity(counts)));
    }
}

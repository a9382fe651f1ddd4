package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Report;
import java.io.IOException;

/** One {@code ActivityNotification} in the making; used again and again by one thread. */
final class Notification implements WireValue.Fields {

    private final ActivityDraft draft = new ActivityDraft();
    private String event = "";
    private String uuid = "";
    private boolean cancelled;
    private boolean described;

    /** Forgets what was read. */
    void clear() {
        event = "";
        uuid = "";
        cancelled = false;
        described = false;
    }

    @Override
    public void set(String name, WireValue value) throws IOException {
        switch (name) {
            case "event" -> event = value.text();
            case "uuid" -> uuid = value.text();
            case "cancelled" -> cancelled = value.truth();
            case "Activity" -> described = draft.read(value);
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
        String inner = described ? draft.uuid() : "";
        String known = uuid.isEmpty() ? inner : uuid;
        if (known.isEmpty()) {
            sink.malformed("a notification without a uuid");
            return;
        }
        if (!inner.isEmpty() && !inner.equals(known)) {
            sink.mismatched();
        }
        sink.report(
                described
                        ? new Report(known, ended, cancelled || draft.cancelled(), draft.activity(known))
                        : new Report(known, ended, cancelled, null));
    }
}

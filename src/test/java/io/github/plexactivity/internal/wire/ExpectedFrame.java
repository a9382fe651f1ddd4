package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a frame that is JSON tells, read off its tree: the lines that {@link HeardSink} would hold. */
final class ExpectedFrame {

    private static final Set<String> EVENTS = Set.of("started", "updated", "ended");

    private final List<String> lines = new ArrayList<>();

    private ExpectedFrame() {}

    static List<String> of(Node document) {
        ExpectedFrame frame = new ExpectedFrame();
        document.elementsOf().forEach(each -> frame.envelope(each, true));
        return frame.lines;
    }

    private void envelope(Node message, boolean outermost) {
        if (!(message instanceof Node.Fields)) {
            lines.add("malformed: a frame that is no object");
            return;
        }
        boolean wraps = false;
        boolean event = false;
        for (Node.Field field : message.fieldsOf()) {
            if (field.name().equals("ActivityNotification")) {
                wraps = true;
                field.value().elementsOf().forEach(this::entry);
            } else if (outermost && field.name().equals("NotificationContainer")) {
                wraps = true;
                field.value().elementsOf().forEach(each -> envelope(each, false));
            } else if (field.name().equals("event")) {
                event = !field.value().textOf().isEmpty();
            }
        }
        if (!wraps && event) {
            entry(message);
        }
    }

    private void entry(Node entry) {
        if (!(entry instanceof Node.Fields)) {
            lines.add("malformed: a notification that is no object");
            return;
        }
        String event = "";
        String uuid = "";
        boolean cancelled = false;
        ExpectedActivity activity = new ExpectedActivity(new Node.Nothing());
        for (Node.Field field : entry.fieldsOf()) {
            switch (field.name()) {
                case "event" -> event = field.value().textOf();
                case "uuid" -> uuid = field.value().textOf();
                case "cancelled" ->
                    cancelled = ExpectedActivity.truth(field.value().plain(0));
                case "Activity" -> activity = new ExpectedActivity(field.value());
                default -> {}
            }
        }
        if (event.isEmpty()) {
            lines.add("malformed: a notification without an event");
        } else if (EVENTS.contains(event)) {
            tell(event.equals("ended"), uuid, cancelled, activity);
        }
    }

    private void tell(boolean ended, String outer, boolean cancelled, ExpectedActivity activity) {
        boolean described = activity.node() instanceof Node.Fields;
        String uuid = outer.isEmpty() ? activity.uuid() : outer;
        if (uuid.isEmpty()) {
            lines.add("malformed: a notification without a uuid");
            return;
        }
        if (!activity.uuid().isEmpty() && !activity.uuid().equals(uuid)) {
            lines.add("mismatched");
        }
        lines.add(Shown.report(
                described
                        ? new Report(uuid, ended, cancelled || activity.cancelled(), activity.as(uuid))
                        : new Report(uuid, ended, cancelled, null)));
    }
}

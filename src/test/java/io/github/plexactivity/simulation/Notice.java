package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the server has to say of one activity.
 *
 * @param event on the wire
 * @param activity null where an end tells no more than the uuid
 * @param cancelled whether the notification carries the flag of a cancellation
 */
record Notice(String event, String uuid, @Nullable Activity activity, boolean cancelled) {

    boolean ended() {
        return event.equals("ended");
    }

    /** The name of the event that carries it. */
    static String name(Transport transport) {
        return transport == Transport.EVENT_SOURCE ? "activity" : "";
    }

    /** Several, in the envelope of a transport. */
    static String text(List<Notice> notices, Transport transport) {
        boolean alone = notices.size() == 1 && transport == Transport.EVENT_SOURCE;
        String entries = notices.stream()
                .map(Notice::entry)
                .collect(Collectors.joining(",", alone ? "" : "[", alone ? "" : "]"));
        return transport == Transport.EVENT_SOURCE
                ? "{\"ActivityNotification\":" + entries + "}"
                : "{\"NotificationContainer\":{\"type\":\"activity\",\"size\":" + notices.size()
                        + ",\"ActivityNotification\":" + entries + "}}";
    }

    private String entry() {
        String body = activity == null ? "" : ",\"Activity\":" + ActivityText.of(activity);
        String flag = cancelled ? ",\"cancelled\":true" : "";
        return "{\"event\":\"" + event + "\",\"uuid\":\"" + uuid + "\"" + flag + body + "}";
    }

    @Override
    public String toString() {
        return event + " " + uuid + (activity == null ? "" : " " + ActivityText.shortly(activity));
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
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

    /** In the envelope of a transport. */
    String text(Transport transport) {
        String body = activity == null ? "" : ",\"Activity\":" + ActivityText.of(activity);
        String flag = cancelled ? ",\"cancelled\":true" : "";
        String entry = "{\"event\":\"" + event + "\",\"uuid\":\"" + uuid + "\"" + flag + body + "}";
        return transport == Transport.EVENT_SOURCE
                ? "{\"ActivityNotification\":" + entry + "}"
                : "{\"NotificationContainer\":{\"type\":\"activity\",\"size\":1,\"ActivityNotification\":[" + entry
                        + "]}}";
    }

    @Override
    public String toString() {
        return event + " " + uuid + (activity == null ? "" : " " + ActivityText.shortly(activity));
    }
}

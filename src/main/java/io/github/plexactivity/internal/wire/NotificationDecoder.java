package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Report;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * From the frames of a stream to reports. Each stream has a decoder of its own, which one thread uses at a time.
 *
 * <p>The two streams differ in their envelopes (an object in a named event, a list in a container), and servers may mix
 * them; every mixture is understood on both: with or without {@code NotificationContainer}, with or without {@code
 * ActivityNotification}, one object or an array of them.
 *
 * <p>Notifications are told as soon as each is whole. Where a frame breaks off later, what was whole stays told, since
 * an end is not sent twice, and the frame counts as malformed. Nothing in a frame makes this throw.
 */
public final class NotificationDecoder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonFrames frames = new JsonFrames();
    private final Known known;
    private final Sink sink;
    private final WireValue.Elements messages = this::message;
    private final WireValue.Elements containers = this::container;
    private final WireValue.Elements entries = this::entry;

    /**
     * A decoder for a stream that begins.
     *
     * @param known what the notifications are about
     * @param sink told what they hold
     */
    public NotificationDecoder(Known known, Sink sink) {
        this.known = known;
        this.sink = sink;
    }

    /**
     * Tells what a frame holds. Frames of other kinds, and notifications of other kinds within a container, tell
     * nothing.
     *
     * @param name of the server-sent event; empty or {@code message} where it has none, as on a WebSocket
     * @param data the text
     */
    public void decode(String name, String data) {
        if (!name.isEmpty() && !name.equals("activity") && !name.equals("message")) {
            return;
        }
        String fault = frames.read(unmarked(data), messages);
        if (fault != null) {
            sink.malformed(fault);
        }
    }

    private static String unmarked(String data) {
        return !data.isEmpty() && data.charAt(0) == BYTE_ORDER_MARK ? data.substring(1) : data;
    }

    private void message(WireValue value) throws IOException {
        new Envelope(true).read(value);
    }

    private void container(WireValue value) throws IOException {
        new Envelope(false).read(value);
    }

    private void entry(WireValue value) throws IOException {
        Notification notification = new Notification(known);
        if (value.fields(notification)) {
            notification.tell(sink);
        } else {
            sink.malformed("a notification that is no object");
        }
    }

    /** A whole frame, or the container in it. Where it wraps no notification, it may be one itself. */
    private final class Envelope implements WireValue.Fields {
        private final boolean outermost;
        private boolean wraps;
        private @Nullable Notification itself;

        Envelope(boolean outermost) {
            this.outermost = outermost;
        }

        void read(WireValue value) throws IOException {
            if (!value.fields(this)) {
                sink.malformed("a frame that is no object");
            } else if (!wraps && itself != null && itself.hasEvent()) {
                itself.tell(sink);
            }
        }

        @Override
        public void set(String name, WireValue value) throws IOException {
            if (name.equals("ActivityNotification")) {
                wraps = true;
                value.elements(entries);
            } else if (outermost && name.equals("NotificationContainer")) {
                wraps = true;
                value.elements(containers);
            } else {
                if (itself == null) {
                    itself = new Notification(known);
                }
                itself.set(name, value);
            }
        }
    }

    /** Takes what frames tell, in their order. */
    public interface Sink {

        /** One notification. */
        void report(Report report);

        /**
         * Something could not be understood, a whole frame or a notification in it, and was left out.
         *
         * @param why a short line for a log, which holds nothing of what was sent
         */
        void malformed(String why);

        /** The notification that is reported next names one uuid, and the activity in it another: the former counts. */
        void mismatched();
    }
}

package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Server-sent events read the simple way, from a whole stream at once (HTML standard, 9.2.6), to hold the library's reader
 * against; ended where an event is larger than it may be.
 *
 * @param frames as {@link StreamRecording} shows them
 */
record PlainEvents(List<String> frames, boolean oversize) {

    static PlainEvents of(byte[] stream, int most) {
        String bytes = new String(stream, ISO_8859_1); // One character a byte, so that lengths are those sent.
        String unmarked = bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes;
        List<String> frames = new ArrayList<>();
        String[] lines = unmarked.split("\r\n|\r|\n", -1);
        Event event = new Event();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isEmpty() && event.length + lines[i].length() > most) {
                return new PlainEvents(frames, true);
            }
            if (i == lines.length - 1) {
                break; // Without its end no line counts.
            }
            if (lines[i].isEmpty()) {
                event.addTo(frames);
                event = new Event();
            } else {
                event.take(lines[i]);
            }
        }
        return new PlainEvents(frames, false);
    }

    private static final class Event {
        private final List<String> data = new ArrayList<>();
        private String name = "";
        private int length;

        void take(String line) {
            if (line.startsWith(":")) {
                return;
            }
            length += line.length() + 1;
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String rest = colon < 0 ? "" : line.substring(colon + 1);
            String value = new String((rest.startsWith(" ") ? rest.substring(1) : rest).getBytes(ISO_8859_1), UTF_8);
            if (field.equals("data")) {
                data.add(value);
            } else if (field.equals("event")) {
                name = value;
            }
        }

        void addTo(List<String> frames) {
            if (!data.isEmpty()) {
                frames.add((name.equals("message") ? "" : name) + "|" + String.join("\n", data));
            }
        }
    }
}

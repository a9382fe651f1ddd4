package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** How a notification goes over the wire. */
enum Wire {
    /** Server-sent events, the body ended by closing. */
    EVENT_SOURCE {
        @Override
        byte[] activity(String entry) {
            return ("event: activity\ndata: {\"ActivityNotification\":" + entry + "}\n\n").getBytes(US_ASCII);
        }

        @Override
        byte[] other(int length) {
            String head = "event: timeline\ndata: {\"TimelineEntry\":{\"identifier\":\"com.plexapp.plugins.library\","
                    + "\"sectionID\":\"3\",\"itemID\":\"86099\",\"type\":1,\"state\":5,\"title\":\"";
            return padded(head, "\"}}\n\n", length).getBytes(US_ASCII);
        }

        @Override
        int prefix() {
            return "event: activity\ndata: ".length();
        }
    },

    /** Text frames as a server sends them: not masked. */
    WEB_SOCKET {
        @Override
        byte[] activity(String entry) {
            return framed("{\"NotificationContainer\":{\"type\":\"activity\",\"size\":1,\"ActivityNotification\":["
                    + entry + "]}}");
        }

        @Override
        byte[] other(int length) {
            String head =
                    "{\"NotificationContainer\":{\"type\":\"timeline\",\"size\":1,\"TimelineEntry\":[{\"title\":\"";
            return framed(padded(head, "\"}]}}", length - prefix()));
        }

        @Override
        int prefix() {
            return 4;
        }
    };

    private static final int LARGEST_SHORT_FRAME = 125;

    /** The bytes of one activity's notification. */
    abstract byte[] activity(String entry);

    /** Bytes of a notification that is of no interest, as many as asked for. */
    abstract byte[] other(int length);

    /** Bytes before the text that a pipeline gets to see. */
    abstract int prefix();

    private static String padded(String head, String tail, int length) {
        return head + "x".repeat(length - head.length() - tail.length()) + tail;
    }

    private static byte[] framed(String text) {
        byte[] payload = text.getBytes(US_ASCII);
        if (payload.length <= LARGEST_SHORT_FRAME || payload.length > 0xffff) {
            throw new IllegalArgumentException("a frame of another head: " + payload.length);
        }
        byte[] frame = new byte[payload.length + 4];
        frame[0] = (byte) 0x81;
        frame[1] = 126;
        frame[2] = (byte) (payload.length >> 8);
        frame[3] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 4, payload.length);
        return frame;
    }
}

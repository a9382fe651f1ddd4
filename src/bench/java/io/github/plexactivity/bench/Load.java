package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Which notifications are sent, over and over: those of all activities in turn, each with another progress than the time
 * before. Made before anything is measured.
 *
 * @param wire how they are sent
 * @param activities that run
 * @param oneIn how many events there are to one of an activity; the others are such as the server was asked to leave out
 */
record Load(Wire wire, int activities, int oneIn) {

    /** Bytes of one event on the wire over server-sent events; over a WebSocket the envelope is larger. */
    private static final int EVENT_BYTES = 355;

    private static final int LEAST_PROGRESS = 10;
    private static final int MOST_PHASES = 90;
    private static final int MOST_EVENTS = 200_000;

    static Load parse(String[] words, int from) {
        return new Load(
                Wire.valueOf(words[from]), Integer.parseInt(words[from + 1]), Integer.parseInt(words[from + 2]));
    }

    @Override
    public String toString() {
        return wire + " " + activities + " " + oneIn;
    }

    /** How many different values of progress each activity goes through. */
    int phases() {
        return activities == 0 ? 1 : Math.max(2, Math.min(MOST_EVENTS / (activities * oneIn), MOST_PHASES));
    }

    /** After this many events it begins again. */
    int events() {
        return activities * phases() * oneIn;
    }

    byte[] event(int index) {
        byte[] frame = wire.activity(entry(index / oneIn));
        return index % oneIn == 0 ? frame : wire.other(frame.length);
    }

    /** The place in the order of what is sent, known from what arrived. */
    int index(int activity, int progress) {
        return ((progress - LEAST_PROGRESS) * activities + activity) * oneIn;
    }

    /** The number of the activity, as its uuid ends with it. */
    static int activity(CharSequence text, int end) {
        int number = 0;
        for (int i = end - 12; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The list of activities after so many events. */
    byte[] list(long sent) {
        StringBuilder json = new StringBuilder(64 + activities * 320);
        json.append("{\"MediaContainer\":{\"size\":").append(activities);
        long told = (sent + oneIn - 1) / oneIn;
        for (int activity = 0; activity < activities; activity++) {
            long times = told > activity ? (told - activity - 1) / activities + 1 : 0;
            int phase = (int) ((times + phases() - 1) % phases());
            json.append(activity == 0 ? ",\"Activity\":[" : ",").append(row(activity, LEAST_PROGRESS + phase));
        }
        return json.append(activities == 0 ? "}}" : "]}}").toString().getBytes(US_ASCII);
    }

    private String entry(int turn) {
        int activity = turn % activities;
        int progress = LEAST_PROGRESS + turn / activities % phases();
        return "{\"event\":\"updated\",\"uuid\":\"" + uuid(activity) + "\",\"Activity\":" + row(activity, progress)
                + "}";
    }

    private static String uuid(int activity) {
        int mixed = activity * 0x9e3779b9;
        return "%08x-%04x-4%03x-8%03x-%012d"
                .formatted(mixed, mixed >>> 3 & 0xffff, mixed >>> 7 & 0xfff, mixed >>> 11 & 0xfff, activity);
    }

    /** The activity itself; its subtitle is as long as makes an event {@value #EVENT_BYTES} bytes. */
    private static String row(int activity, int progress) {
        String subtitle = "Film %06d (1999)".formatted(activity);
        int rest = EVENT_BYTES - 308;
        return "{\"uuid\":\"" + uuid(activity)
                + "\",\"type\":\"library.update.section\",\"cancellable\":false,\"userID\":1,"
                + "\"title\":\"Scanning Films\",\"subtitle\":\"" + subtitle + ".".repeat(rest - subtitle.length())
                + "\",\"progress\":" + progress + ",\"Context\":{\"librarySectionID\":\"3\"}}";
    }
}

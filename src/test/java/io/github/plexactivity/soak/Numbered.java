package io.github.plexactivity.soak;

import io.github.plexactivity.model.Activity;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Activities of a soak: known by a number, so that a set of bits remembers hundreds of thousands of them. Their progress
 * tells when it was sent, by a clock that all processes of a machine share.
 */
final class Numbered {

    /** As many as a ledger has room for. */
    static final int MOST = 1 << 20;

    private static final int MICROS_SHOWN = 10_000_000;
    private static final String TAIL = "-0000-4000-8000-000000000000";
    private static final String[] TYPES = {"library.update.section", "library.refresh.items", "media.download"};

    private Numbered() {}

    static Activity begin(int number) {
        return new Activity(
                uuid(number),
                type(number),
                "Job " + number,
                "",
                OptionalDouble.of(progressNow()),
                true,
                OptionalLong.of(1),
                Map.of(),
                Map.of());
    }

    static String uuid(int number) {
        return String.format("%08x", number) + TAIL;
    }

    static String type(int number) {
        return TYPES[number % TYPES.length];
    }

    /** The number of an activity; one that no server of a soak began fails. */
    static int of(Activity activity) {
        if (!activity.uuid().endsWith(TAIL)) {
            throw new IllegalArgumentException("no activity of this server: " + activity);
        }
        return Integer.parseInt(activity.uuid().substring(0, 8), 16);
    }

    /** A progress that tells the time, to a microsecond and modulo ten seconds. */
    static double progressNow() {
        return micros() / 100_000.0;
    }

    /** How long ago this progress was sent, if that is less than ten seconds. */
    static long ageInMicros(double progress) {
        return Math.floorMod(micros() - Math.round(progress * 100_000), MICROS_SHOWN);
    }

    private static long micros() {
        return System.nanoTime() / 1_000 % MICROS_SHOWN;
    }
}

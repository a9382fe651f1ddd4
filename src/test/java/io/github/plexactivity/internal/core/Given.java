package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Values that tests of the core begin with. */
final class Given {

    static final String SCAN = "library.update.section";
    private static final String MEBIBYTE = "x".repeat(1 << 20);

    private Given() {}

    static Activity scan(String uuid) {
        return scan(uuid, 0);
    }

    static Activity scan(String uuid, double progress) {
        return activity(uuid, SCAN, OptionalDouble.of(progress));
    }

    static Activity activity(String uuid, String type, OptionalDouble progress) {
        return new Activity(uuid, type, "Scanning", "", progress, false, OptionalLong.empty(), Map.of(), Map.of());
    }

    /** As long as a frame may be by default, and longer. */
    static Activity heavy(String uuid, double progress) {
        return titled(uuid, MEBIBYTE, progress);
    }

    static Activity titled(String uuid, String title, double progress) {
        return new Activity(
                uuid, SCAN, title, "", OptionalDouble.of(progress), false, OptionalLong.empty(), Map.of(), Map.of());
    }

    /** What is known of an activity of which nothing but the uuid was ever told. */
    static Activity nothingOf(String uuid) {
        return new Activity(uuid, "", "", "", OptionalDouble.empty(), false, OptionalLong.empty(), Map.of(), Map.of());
    }

    static Report says(Activity activity) {
        return new Report(activity.uuid(), false, false, activity);
    }

    static Report saysEnded(Activity activity) {
        return new Report(activity.uuid(), true, false, activity);
    }

    static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    static Moment second(double seconds) {
        return new Moment(nanos(seconds), Instant.EPOCH.plusNanos(nanos(seconds)));
    }
}

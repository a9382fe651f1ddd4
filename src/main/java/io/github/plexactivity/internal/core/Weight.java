package io.github.plexactivity.internal.core;

import io.github.plexactivity.internal.value.PlainMap;
import io.github.plexactivity.model.Activity;
import java.util.Map;

/**
 * How much activities hold, in bytes, about: their texts at one for each character, and what is in their maps. A server may
 * send a megabyte where others send a line, so what is kept is bounded by this too and not by number alone.
 */
public final class Weight {

    /** Twice what a busy server's activities hold. */
    private static final long OF_ONE = 512;

    /** So that a few may be heavy where few may be followed. */
    private static final long LEAST = 16L << 20;

    private Weight() {}

    /** What so many activities may hold together: half a kilobyte each on the average, or 16 MiB where that is more. */
    public static long most(int activities) {
        return Math.max(LEAST, activities * OF_ONE);
    }

    /** What this one holds; what is more than an int can say is said as the most it can. */
    public static int of(Activity activity) {
        long weight = ofTexts(activity) + of(activity.context()) + of(activity.response());
        return (int) Math.min(weight, Integer.MAX_VALUE);
    }

    /** What an activity holds more than it did, less than nothing if it lost something. Mostly its maps are the same. */
    static long gained(Activity previous, Activity activity) {
        return ofTexts(activity)
                - ofTexts(previous)
                + gained(previous.context(), activity.context())
                + gained(previous.response(), activity.response());
    }

    @SuppressWarnings("ReferenceEquality") // The same map need not be looked through.
    private static long gained(Map<String, Object> previous, Map<String, Object> map) {
        return previous == map ? 0 : of(map) - of(previous);
    }

    private static int ofTexts(Activity activity) {
        return activity.uuid().length()
                + activity.type().length()
                + activity.title().length()
                + activity.subtitle().length();
    }

    /** An activity's maps are plain ones. */
    private static long of(Map<String, Object> map) {
        return PlainMap.copyOf(map).weight();
    }
}

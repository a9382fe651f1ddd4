package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.Activity;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * An activity in the making, the one place that knows the names of its fields. A draft is used again and again by one
 * thread. A field that is missing or cannot be understood is empty; any other is taken in the order it comes, the last
 * of a name winning.
 */
final class ActivityDraft implements WireValue.Fields {

    /** Nearly all there are: the server counts in whole ones. */
    private static final OptionalDouble[] WHOLE_PERCENTS =
            IntStream.rangeClosed(0, 100).mapToObj(OptionalDouble::of).toArray(OptionalDouble[]::new);

    private String uuid = "";
    private String type = "";
    private String title = "";
    private String subtitle = "";
    private double progress;
    private boolean cancellable;
    private boolean cancelled;
    private OptionalLong userId = OptionalLong.empty();
    private Map<String, Object> context = Map.of();
    private Map<String, Object> response = Map.of();

    /**
     * Forgets what was drafted and reads an activity.
     *
     * @return false if the value is no object; the draft is then empty
     */
    boolean read(WireValue value) throws IOException {
        uuid = "";
        type = "";
        title = "";
        subtitle = "";
        progress = Double.NaN;
        cancellable = false;
        cancelled = false;
        userId = OptionalLong.empty();
        context = Map.of();
        response = Map.of();
        return value.fields(this);
    }

    @Override
    public void set(String name, WireValue value) throws IOException {
        switch (name) {
            case "uuid" -> uuid = value.text();
            case "type" -> type = value.text();
            case "title" -> title = value.text();
            case "subtitle" -> subtitle = value.text();
            case "progress" -> progress = value.number();
            case "cancellable" -> cancellable = value.truth();
            case "cancelled" -> cancelled = value.truth();
            case "userID" -> userId = value.whole();
            case "Context" -> context = value.map();
            case "Response" -> response = value.map();
            default -> {} // Servers add fields.
        }
    }

    /** The uuid it was sent with, empty if there was none. */
    String uuid() {
        return uuid;
    }

    /** Whether it, or its response, carries the flag of a cancellation. */
    boolean cancelled() {
        return cancelled || Scalars.truth(response.get("cancelled"));
    }

    /**
     * The activity as drafted.
     *
     * @param uuid what it is known by, not empty; not always the one it was sent with
     */
    Activity activity(String uuid) {
        return new Activity(uuid, type, title, subtitle, percent(), cancellable, userId, context, response);
    }

    /** Any finite number over 100 is 100: the server is further than it thought, or counts something else. */
    private OptionalDouble percent() {
        if (!(progress >= 0)) {
            return OptionalDouble.empty();
        }
        double percent = Math.min(100, Math.abs(progress)); // A zero has no sign: -0.0 would be a change.
        int whole = (int) percent;
        return whole == percent ? WHOLE_PERCENTS[whole] : OptionalDouble.of(percent);
    }
}

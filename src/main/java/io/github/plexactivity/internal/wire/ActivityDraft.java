package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.Activity;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An activity in the making, the one place that knows the names of its fields. A field that is missing or cannot be
 * understood is empty; any other is taken in the order it comes, the last of a name winning.
 */
final class ActivityDraft implements WireValue.Fields {

    /** Nearly all there are: the server counts in whole ones. */
    private static final OptionalDouble[] WHOLE_PERCENTS =
            IntStream.rangeClosed(0, 100).mapToObj(OptionalDouble::of).toArray(OptionalDouble[]::new);

    /** Stands for what is not known. */
    private static final Activity NONE =
            new Activity("none", "", "", "", OptionalDouble.empty(), false, OptionalLong.empty(), Map.of(), Map.of());

    private final String announced;
    private final Known known;
    private Activity before = NONE;
    private String uuid = "";
    private String type = "";
    private String title = "";
    private String subtitle = "";
    private double progress = Double.NaN;
    private boolean cancellable;
    private boolean cancelled;
    private OptionalLong userId = OptionalLong.empty();
    private Map<String, Object> context = NONE.context();
    private Map<String, Object> response = NONE.response();

    private ActivityDraft(String announced, Known known) {
        this.announced = announced;
        this.known = known;
    }

    /**
     * Reads an activity.
     *
     * @param announced the uuid that is expected; empty if none is
     * @return null if the value is no object
     */
    static @Nullable ActivityDraft read(WireValue value, String announced, Known known) throws IOException {
        ActivityDraft draft = new ActivityDraft(announced, known);
        return value.fields(draft) ? draft : null;
    }

    @Override
    public void set(String name, WireValue value) throws IOException {
        switch (name) {
            case "uuid" -> identify(value.text(announced));
            case "type" -> type = value.commonText(before.type());
            case "title" -> title = value.commonText(before.title());
            case "subtitle" -> subtitle = value.text(before.subtitle());
            case "progress" -> progress = value.number();
            case "cancellable" -> cancellable = value.truth();
            case "cancelled" -> cancelled = value.truth();
            case "userID" -> userId = value.whole();
            case "Context" -> context = value.map(before.context());
            case "Response" -> response = value.map(before.response());
            default -> {} // Servers add fields.
        }
    }

    private void identify(String sent) {
        Activity activity = sent.isEmpty() ? null : known.activity(sent);
        before = activity == null ? NONE : activity;
        uuid = activity == null ? sent : activity.uuid();
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

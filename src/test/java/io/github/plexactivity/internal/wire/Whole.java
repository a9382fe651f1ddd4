package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.model.Activity;
import java.util.List;
import java.util.Map;

/** What holds of every activity that was read, whatever it was read from. */
final class Whole {

    private Whole() {}

    /** Checks a report out of a frame of this many characters. */
    static void report(Report report, int sent) {
        assertThat(report.uuid()).isNotEmpty();
        assertThat(report.uuid().length()).isLessThanOrEqualTo(sent);
        Activity activity = report.activity();
        if (activity != null) {
            assertThat(activity.uuid()).isEqualTo(report.uuid());
            activity(activity, sent);
        }
    }

    /** Checks an activity out of so many characters: it holds no more than was sent. */
    static void activity(Activity activity, int sent) {
        double progress = activity.progress().orElse(-1);
        assertThat(progress).isBetween(-1.0, 100.0);
        assertThat(Double.doubleToRawLongBits(progress)).as("minus zero").isNotEqualTo(Long.MIN_VALUE);
        int texts = activity.type().length()
                + activity.title().length()
                + activity.subtitle().length();
        assertThat(texts + size(activity.context(), 0) + size(activity.response(), 0))
                .isLessThanOrEqualTo(sent);
    }

    /** How many characters are in it; fails where something is in it that should not be. */
    private static int size(Object value, int depth) {
        assertThat(depth).isLessThanOrEqualTo(WireValue.DEEPEST);
        if (value instanceof Map<?, ?> map) {
            int size = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += ((String) entry.getKey()).length() + size(entry.getValue(), depth + 1);
            }
            return size;
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(each -> size(each, depth + 1)).sum();
        }
        if (value instanceof Double number) {
            assertThat(number).isFinite();
        } else if (!(value instanceof Long || value instanceof Boolean)) {
            return ((String) value).length();
        }
        return 0;
    }
}

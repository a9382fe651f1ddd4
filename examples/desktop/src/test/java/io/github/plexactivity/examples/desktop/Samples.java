package io.github.plexactivity.examples.desktop;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

final class Samples {

    private Samples() {}

    /** The uuid is the title. */
    static Activity activity(String title, String subtitle, double progress, boolean cancellable) {
        return new Activity(
                title,
                "library.update.section",
                title,
                subtitle,
                progress < 0 ? OptionalDouble.empty() : OptionalDouble.of(progress),
                cancellable,
                OptionalLong.of(1),
                Map.of(),
                Map.of());
    }

    static Activity activity(String title) {
        return activity(title, "", 10, true);
    }

    static Ending ending(String title) {
        return new Ending(activity(title), Outcome.COMPLETED, Evidence.FINAL_PROGRESS, Instant.EPOCH);
    }
}

package io.github.plexactivity.examples.fleet.state;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Records to try things with. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    public static Activity activity(String uuid, double progress) {
        return new Activity(
                uuid,
                "library.update.section",
                "Scanning Films",
                "Up",
                OptionalDouble.of(progress),
                true,
                OptionalLong.of(1),
                Map.of("librarySectionID", "3", "depth", 2L, "ratio", 0.5, "parts", List.of("a", true)),
                Map.of());
    }

    public static ActivityRecord live(String server, String uuid, double progress) {
        return new ActivityRecord(server, activity(uuid, progress), NOON, NOON.plusSeconds(1), Optional.empty(), "w");
    }

    public static ActivityRecord ended(String server, String uuid, Instant at) {
        ActivityRecord.End end = new ActivityRecord.End(Outcome.COMPLETED, Evidence.FINAL_PROGRESS, at);
        return new ActivityRecord(server, activity(uuid, 100), NOON, at, Optional.of(end), "w");
    }
}

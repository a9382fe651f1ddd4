package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Short ways to say what the loop tells. */
final class Changes {
    private Changes() {}

    private static final String MEBIBYTE = "x".repeat(1 << 20);

    static Activity activity(String uuid, double progress) {
        return titled(uuid, "Scanning Films", progress);
    }

    private static Activity titled(String uuid, String title, double progress) {
        return new Activity(
                uuid,
                "library.update.section",
                title,
                "",
                OptionalDouble.of(progress),
                false,
                OptionalLong.of(1),
                Map.of(),
                Map.of());
    }

    static ActivityChange started(String uuid, double progress) {
        return new ActivityChange.Started(activity(uuid, progress));
    }

    static ActivityChange updated(String uuid, double from, double to) {
        return new ActivityChange.Updated(activity(uuid, from), activity(uuid, to));
    }

    static ActivityChange ended(String uuid, double progress) {
        return ended(activity(uuid, progress));
    }

    /** Its first state holds as much as a frame may. */
    static ActivityChange heavilyStarted(String uuid) {
        return new ActivityChange.Started(titled(uuid, MEBIBYTE, 0));
    }

    /** The state between holds as much as a frame may. */
    static ActivityChange heavilyUpdated(String uuid) {
        return new ActivityChange.Updated(activity(uuid, 0), titled(uuid, MEBIBYTE, 50));
    }

    /** Its last state holds as much as a frame may. */
    static ActivityChange heavilyEnded(String uuid) {
        return ended(titled(uuid, MEBIBYTE, 100));
    }

    private static ActivityChange ended(Activity last) {
        return new ActivityChange.Ended(
                new Ending(last, Outcome.COMPLETED, Evidence.FINAL_PROGRESS, Instant.ofEpochSecond(7)));
    }

    /** A status that differs from others by its number of failures. */
    static ConnectionStatus status(int failures) {
        return new ConnectionStatus(
                ConnectionState.CONNECTING,
                Optional.empty(),
                Instant.ofEpochSecond(7),
                Optional.empty(),
                Optional.empty(),
                failures,
                Optional.empty(),
                Optional.empty());
    }
}

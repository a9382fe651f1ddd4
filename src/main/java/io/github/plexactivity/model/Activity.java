package io.github.plexactivity.model;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.internal.value.PlainMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A long job of a Plex Media Server as it was last told: a scan, a refresh, a download, a recording, a butler task.
 *
 * <p>An immutable value. What the server left out or sent in a form that cannot be understood is empty, never null: an
 * empty text, an empty optional, an empty map. The server replaces an activity as a whole: a key of {@code context} may
 * disappear again. At the start of an activity the context is usually missing; it follows about a second later.
 *
 * @param uuid what identifies the activity; not always an RFC 4122 UUID, never empty
 * @param type for example {@code library.update.section}; an open set
 * @param title for people, in the server's language, for example {@code Scanning Movies}
 * @param subtitle the step or item at hand, often empty
 * @param progress 0 to 100; empty when indeterminate (the server says -1) or unknown
 * @param cancellable whether the server says that it can be cancelled
 * @param userId the account the activity runs for
 * @param context what it works on, for example {@code librarySectionID} or {@code key}; holds String, Boolean, Long,
 *     Double, List and Map alone, and no nulls
 * @param response what came out of it so far, in the same kinds of values
 */
public record Activity(
        String uuid,
        String type,
        String title,
        String subtitle,
        OptionalDouble progress,
        boolean cancellable,
        OptionalLong userId,
        Map<String, Object> context,
        Map<String, Object> response) {

    /**
     * Checks its parts, and copies what could be changed from outside.
     *
     * @param uuid not empty
     * @param type as it is
     * @param title as it is
     * @param subtitle as it is
     * @param progress within 0 and 100, or empty
     * @param cancellable as it is
     * @param userId as it is
     * @param context copied
     * @param response copied
     * @throws IllegalArgumentException if the uuid is empty, the progress is out of range, or a map holds a value of
     *     another kind
     */
    public Activity {
        if (uuid.isEmpty()) {
            throw new IllegalArgumentException("an activity needs a uuid");
        }
        requireNonNull(type, "type");
        requireNonNull(title, "title");
        requireNonNull(subtitle, "subtitle");
        requireNonNull(userId, "userId");
        if (progress.isPresent() && !(progress.getAsDouble() >= 0 && progress.getAsDouble() <= 100)) {
            throw new IllegalArgumentException("progress must be within 0 and 100, not " + progress.getAsDouble());
        }
        context = PlainMap.copyOf(context);
        response = PlainMap.copyOf(response);
    }
}

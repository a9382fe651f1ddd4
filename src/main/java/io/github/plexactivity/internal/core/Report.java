package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import org.jspecify.annotations.Nullable;

/**
 * What one notification says of one activity.
 *
 * @param uuid of the activity, never empty
 * @param ended whether it says that the activity is over
 * @param cancelled whether it says that the activity was cancelled
 * @param activity how it stands, or null where the notification does not tell
 */
public record Report(
        String uuid,
        boolean ended,
        boolean cancelled,
        @Nullable Activity activity) {}

package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.Activity;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the activities by now. A decoder takes from it what is said again word for word, instead of making it
 * again. Asked by any thread.
 */
@FunctionalInterface
public interface Known {

    /** How an activity stood when it was last told; null for one that is not known. */
    @Nullable
    Activity activity(String uuid);
}

package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a mailbox: a listener, a subscriber, or the monitor itself. Called on the callback executor, one
 * call at a time and in the loop's order, unless a method says otherwise. What it throws is counted and logged, and
 * the next call is made.
 */
public interface Receiver {

    /** A step in the story of an activity. Each story is whole: a start, updates, an end. */
    void change(ActivityChange change);

    /** The activities known equal what the server runs. */
    default void synchronizedWith(Map<String, Activity> activities) {}

    /** The connection stands otherwise than before. */
    default void connection(ConnectionStatus status) {}

    /** Whether it takes a change now. Asked under the mailbox's lock, on any thread: answers at once. */
    default boolean ready() {
        return true;
    }

    /** What is still to be done for it, on the callback executor, once the monitor is closed; null for nothing. */
    default @Nullable Runnable lastWord() {
        return null;
    }
}

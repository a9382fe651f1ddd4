package io.github.plexactivity.model;

import java.util.Map;

/**
 * Told what the activities of a server do. Override what you need.
 *
 * <p>The calls to one listener come one at a time and in order, on the monitor's callback executor. For each activity:
 * {@code onStarted}, any number of {@code onProgress}, exactly one {@code onEnded}, unless the monitor is closed or the
 * listener removed first. A listener that is slow, blocks or throws harms no other; what it throws is counted and
 * logged. While it is busy, updates of one activity are taken together; starts and ends are kept.
 */
public interface ActivityListener {

    /**
     * An activity is known from now on: it started, or it was running when the listener was added or the monitor
     * connected.
     *
     * @param activity as first told
     */
    default void onStarted(Activity activity) {}

    /**
     * Anything about an activity changed, not its progress alone.
     *
     * @param previous as this listener was last told
     * @param current as it is now
     */
    default void onProgress(Activity previous, Activity current) {}

    /**
     * An activity is over. By default hands on to {@link #onCompleted}, {@link #onCancelled} or {@link #onUnknownEnd}.
     *
     * @param ending how it ended, and how that is known
     */
    default void onEnded(Ending ending) {
        switch (ending.outcome()) {
            case COMPLETED -> onCompleted(ending.activity());
            case CANCELLED -> onCancelled(ending.activity());
            case UNKNOWN -> onUnknownEnd(ending.activity());
        }
    }

    /**
     * An activity ran to its end, as far as can be known.
     *
     * @param last as it was last told
     */
    default void onCompleted(Activity last) {}

    /**
     * An activity was cancelled or interrupted, as far as can be known.
     *
     * @param last as it was last told
     */
    default void onCancelled(Activity last) {}

    /**
     * An activity is over, and nothing tells how it ended.
     *
     * @param last as it was last told
     */
    default void onUnknownEnd(Activity last) {}

    /**
     * What this monitor knows equals what the server runs: for the first time, and again after each gap in the
     * connection. A listener added later is told once it was told of what runs.
     *
     * @param activities what runs, by uuid; immutable
     */
    default void onSynchronized(Map<String, Activity> activities) {}

    /**
     * The connection stands otherwise than before. A listener that is busy may be spared all but the latest.
     *
     * @param status how it stands now
     */
    default void onConnection(ConnectionStatus status) {}
}

package io.github.plexactivity;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.Map;

/**
 * Told what the activities of all servers of a hub do. Override what you need.
 *
 * <p>It is an {@link ActivityListener} at each server, with the server's name first: of each server the calls come in
 * order, and for each activity {@code onStarted}, any number of {@code onProgress}, exactly one {@code onEnded}, unless
 * the server is removed, the hub closed or the listener removed first. It is never called by two threads at once, on the
 * hub's callback executor. A server that tells much has no more than its turn: 64 calls, then whoever waits. A listener
 * that is slow, blocks or throws harms no other; what it throws is counted and logged. While it is busy, updates of one
 * activity are taken together; starts and ends are kept.
 */
public interface HubListener {

    /**
     * An activity is known from now on.
     *
     * @param server its name in the hub
     * @param activity as first told
     * @see ActivityListener#onStarted
     */
    default void onStarted(String server, Activity activity) {}

    /**
     * Anything about an activity changed, not its progress alone.
     *
     * @param server its name in the hub
     * @param previous as this listener was last told
     * @param current as it is now
     * @see ActivityListener#onProgress
     */
    default void onProgress(String server, Activity previous, Activity current) {}

    /**
     * An activity is over. By default hands on to {@link #onCompleted}, {@link #onCancelled} or {@link #onUnknownEnd}.
     *
     * @param server its name in the hub
     * @param ending how it ended, and how that is known
     * @see ActivityListener#onEnded
     */
    default void onEnded(String server, Ending ending) {
        switch (ending.outcome()) {
            case COMPLETED -> onCompleted(server, ending.activity());
            case CANCELLED -> onCancelled(server, ending.activity());
            case UNKNOWN -> onUnknownEnd(server, ending.activity());
        }
    }

    /**
     * An activity ran to its end, as far as can be known.
     *
     * @param server its name in the hub
     * @param last as it was last told
     */
    default void onCompleted(String server, Activity last) {}

    /**
     * An activity was cancelled or interrupted, as far as can be known.
     *
     * @param server its name in the hub
     * @param last as it was last told
     */
    default void onCancelled(String server, Activity last) {}

    /**
     * An activity is over, and nothing tells how it ended.
     *
     * @param server its name in the hub
     * @param last as it was last told
     */
    default void onUnknownEnd(String server, Activity last) {}

    /**
     * What is known of this server equals what it runs: for the first time, and again after each gap in the connection.
     *
     * @param server its name in the hub
     * @param activities what runs there, by uuid; immutable
     * @see ActivityListener#onSynchronized
     */
    default void onSynchronized(String server, Map<String, Activity> activities) {}

    /**
     * The connection to this server stands otherwise than before. A listener that is busy may be spared all but the
     * latest.
     *
     * @param server its name in the hub
     * @param status how it stands now
     * @see ActivityListener#onConnection
     */
    default void onConnection(String server, ConnectionStatus status) {}
}

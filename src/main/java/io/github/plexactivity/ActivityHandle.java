package io.github.plexactivity;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One activity, known by its uuid: before it is seen, while it runs, and after it ended. For any thread. */
public interface ActivityHandle {

    /**
     * What identifies the activity.
     *
     * @return as the server wrote it
     */
    String uuid();

    /**
     * The activity as it stands now.
     *
     * @return empty while it was not seen, and once it has ended
     */
    Optional<Activity> current();

    /**
     * The await: completes when the activity is over, and with what is known of that. Also if it ended before this call
     * (the last 1,024 endings of the last 15 minutes are remembered; fewer where they hold more than eight megabytes),
     * during an outage, or is heard of on another transport than before. It never completes falsely: where the end
     * cannot be known, it waits. Set a limit with {@code orTimeout}; that, or cancelling the future, ends this wait
     * alone.
     *
     * @return a future of the caller's own, completed on the callback executor; fails with {@link
     *     MonitorException.Closed} when the monitor closes first
     */
    CompletableFuture<Ending> ended();

    /**
     * Asks the server to cancel the activity. That is a request: what was accepted is not over yet, and {@link #ended}
     * tells how it went.
     *
     * @return a future of the caller's own, completed on the callback executor with the server's answer; refusals are
     *     values. Fails with {@link MonitorException.Rejected} on any other status, with {@link
     *     MonitorException.Disconnected} when no answer comes within the connect timeout
     */
    CompletableFuture<CancelResult> cancel();
}

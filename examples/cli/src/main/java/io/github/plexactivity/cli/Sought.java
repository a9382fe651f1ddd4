package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An activity that somebody named, and that may be over or never have been: no wait for it may last for ever. */
record Sought(ActivityHandle handle, Awaiting awaiting) {
    /** Two lists this long apart in which it is missing, and no word of it on a stream, say that it does not run. */
    private static final Duration APART = Duration.ofMillis(1_200);

    private static final int LISTS = 2;

    /** Throws if the server has run nothing of this name since the monitor was opened. */
    void requireThatItRuns() throws Exception {
        CompletableFuture<Ending> end = handle.ended();
        int absent = 0;
        while (handle.current().isEmpty() && !end.isDone()) {
            if (absent == LISTS) {
                throw new Stop(
                        Exit.UNKNOWN,
                        "Nothing with this uuid runs: it is over, or never was, and how it ended cannot be known."
                                + " 'list' shows what runs.");
            }
            try {
                awaiting.monitor().resync().get();
                absent++;
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof MonitorException.Refused) {
                    awaiting.note("This token may not list what runs: waiting for word of it, which may never come.");
                    return;
                }
            }
            awaiting.isOverWithin(APART, end);
        }
    }
}

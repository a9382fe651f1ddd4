package io.github.plexactivity.terminal;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A last activity of the fake server that nobody is shown. What a server tells comes in order: once the end of the mark
 * was told, all before it was.
 */
public final class Mark {
    private static final String TYPE = "watch.mark";
    private static final int MOST_LOOKS = 50;

    private Mark() {}

    public static boolean is(Activity activity) {
        return activity.type().equals(TYPE);
    }

    /** Waits until all that happened on the server was shown, ends that nobody heard included. */
    public static void passes(FakePlexServer server, ActivityMonitor monitor, Tally tally)
            throws InterruptedException, ExecutionException, TimeoutException {
        Activity mark = server.begin(TYPE, "mark");
        monitor.resync().get(10, TimeUnit.SECONDS);
        server.end(mark.uuid());
        for (int look = 0; look < MOST_LOOKS && !isSettled(server, monitor, tally); look++) {
            monitor.resync().get(10, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        tally.markIsOver().get(10, TimeUnit.SECONDS);
    }

    private static boolean isSettled(FakePlexServer server, ActivityMonitor monitor, Tally tally) {
        return tally.markIsOver().isDone()
                && server.activities().stream()
                        .map(Activity::uuid)
                        .toList()
                        .containsAll(monitor.activities().keySet());
    }
}

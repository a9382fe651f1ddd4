package io.github.plexactivity.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a command waits in all, from now on; for ever unless a limit is given. */
final class Patience {
    private final Optional<Duration> limit;
    private final long begun = System.nanoTime();

    Patience(Optional<Duration> limit) {
        this.limit = limit;
    }

    <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        if (limit.isEmpty()) {
            return future.get();
        }
        long left = limit.get().toNanos() - (System.nanoTime() - begun);
        return future.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    }

    /** The end of a command whose patience is over. */
    Stop isOver(String how) {
        return new Stop(
                Exit.TIMEOUT, "Not over after " + limit.map(DurationWords::of).orElse("a while") + ": " + how + ".");
    }
}

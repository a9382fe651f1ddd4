package io.github.plexactivity.terminal;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import java.util.concurrent.CompletableFuture;

/** The first connection: a program that somebody waits for says at once that there is none, instead of trying on. */
public final class Opening {

    private Opening() {}

    /**
     * Connects for the first time.
     *
     * @param monitor not started yet
     * @return done once connected; fails with what the first attempt failed with
     */
    public static CompletableFuture<Void> begin(ActivityMonitor monitor) {
        CompletableFuture<Void> opening = new CompletableFuture<>();
        monitor.listen(new ActivityListener() {
            @Override
            public void onConnection(ConnectionStatus status) {
                if (status.state() == ConnectionState.WAITING) {
                    status.lastError().ifPresent(opening::completeExceptionally);
                }
            }
        });
        monitor.start().whenComplete((done, failure) -> {
            if (failure == null) {
                opening.complete(null);
            } else {
                opening.completeExceptionally(failure);
            }
        });
        return opening;
    }

    /**
     * Why there is no connection.
     *
     * @param cause what the opening failed with
     * @param aboutTheToken what to add if it is refused
     */
    public static CannotGoOn sentence(Throwable cause, String aboutTheToken) {
        if (cause instanceof MonitorException.Refused refused) {
            return new CannotGoOn(
                    CannotGoOn.Why.REFUSED,
                    "The server refuses the token" + aboutTheToken + ": " + Words.reason(refused));
        }
        String reason = cause instanceof MonitorException known ? Words.reason(known) : String.valueOf(cause);
        return new CannotGoOn(CannotGoOn.Why.NO_CONNECTION, "No connection: " + reason);
    }
}

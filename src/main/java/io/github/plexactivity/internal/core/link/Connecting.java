package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.ConnectionState;

/**
 * Opens a connection while none is in use.
 *
 * @param attempt the connection
 * @param round what is tried after it
 */
record Connecting(History history, Attempt attempt, Round round) implements Link {

    @Override
    public ConnectionState state() {
        return ConnectionState.CONNECTING;
    }

    @Override
    public Step opened(int generation, At at) {
        if (generation != attempt.generation()) {
            return Step.to(this);
        }
        return Plan.isStream(attempt.transport())
                ? Streaming.begin(history, attempt, round, at)
                : Polling.begin(history, attempt, at);
    }

    @Override
    public Step lost(int generation, Failure failure, At at) {
        if (generation != attempt.generation()) {
            return Step.to(this);
        }
        return round.failed(failure).next(history.failed(attempt.transport(), failure, at), at);
    }
}

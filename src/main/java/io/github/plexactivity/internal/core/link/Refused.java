package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.ConnectionState;
import java.util.Optional;

/**
 * No transport lets the token in.
 *
 * @param dueAt when it is tried again
 */
record Refused(History history, long dueAt) implements Link {

    @Override
    public ConnectionState state() {
        return ConnectionState.REFUSED;
    }

    @Override
    public Step due(At at) {
        return Step.to(new Asking(history, Optional.empty()), new Effect.AskToken());
    }

    @Override
    public Step resync(At at) {
        return due(at);
    }
}

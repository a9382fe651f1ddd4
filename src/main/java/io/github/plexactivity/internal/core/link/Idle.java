package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.ConnectionState;
import java.util.Optional;

/** Not started. */
record Idle(History history) implements Link {

    @Override
    public ConnectionState state() {
        return ConnectionState.NEW;
    }

    @Override
    public Step start(At at) {
        return Step.to(new Asking(history, Optional.empty()), new Effect.AskToken());
    }
}

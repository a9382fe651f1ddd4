package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.ConnectionState;

/** Over for good. */
record Closed(History history) implements Link {

    @Override
    public ConnectionState state() {
        return ConnectionState.CLOSED;
    }

    @Override
    public Step close() {
        return Step.to(this);
    }
}

package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.ConnectionState;

/**
 * Nothing works, or a connection was just lost.
 *
 * @param dueAt when the next round begins
 */
record Waiting(History history, long dueAt) implements Link {

    static Waiting after(History history, At at) {
        return new Waiting(
                history.waited(), history.waitUntil(at, history.plan().transports()));
    }

    @Override
    public ConnectionState state() {
        return ConnectionState.WAITING;
    }

    @Override
    public Step due(At at) {
        Round all = Round.of(history.plan().transports());
        boolean mayTry = all.first(history, at).isPresent();
        return mayTry ? all.next(history, at) : Step.to(this);
    }

    @Override
    public Step resync(At at) {
        return due(at);
    }
}

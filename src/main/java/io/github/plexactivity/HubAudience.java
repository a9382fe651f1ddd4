package io.github.plexactivity;

import io.github.plexactivity.internal.runtime.Seat;
import io.github.plexactivity.model.ActivityFilter;
import java.util.concurrent.Executor;

/** A listener of a hub. One that is added twice is there twice. */
final class HubAudience {

    private final ActivityFilter filter;
    private final HubListener listener;
    private final Executor turns;

    /**
     * A listener that no server knows yet.
     *
     * @param turns calls it, and nothing else
     */
    HubAudience(ActivityFilter filter, HubListener listener, Executor turns) {
        this.filter = filter;
        this.listener = listener;
        this.turns = turns;
    }

    Seat at(HubServer server) {
        return server.monitor().seat(filter, new ServerListener(server.name(), listener), turns, listener.getClass());
    }
}

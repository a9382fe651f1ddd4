package io.github.plexactivity;

import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.transport.ServerAddress;
import io.github.plexactivity.model.ActivityFilter;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The face of an engine that runs on virtual time: what users await with. */
public final class Face {

    private final Engine engine;
    private final URI server;

    public Face(Engine engine, URI server) {
        this.engine = engine;
        this.server = server;
    }

    public ActivityHandle track(String uuid) {
        return new TrackedActivity(engine, uuid);
    }

    public CompletableFuture<ActivityHandle> trackNext(ActivityFilter filter) {
        return engine.next(filter, activity -> track(activity.uuid()));
    }

    public ActivityInterceptor interceptor() {
        return new ActivityInterceptor(ServerAddress.of(server), engine);
    }
}

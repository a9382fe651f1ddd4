package io.github.plexactivity.examples.reactive;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.concurrent.TimeUnit;

/** A fake server, and a monitor that follows it. */
public final class Following implements AutoCloseable {

    public final FakePlexServer server = FakePlexServer.start();
    public final ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build();

    public Following() throws Exception {
        monitor.start().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        monitor.close();
        server.close();
    }
}

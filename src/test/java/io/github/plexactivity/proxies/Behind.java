package io.github.plexactivity.proxies;

import static io.github.plexactivity.Quick.SOON;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.time.Duration;

/** A server, the proxy before it, and a listener on the far side. */
final class Behind implements AutoCloseable {

    static final String TOKEN = "kept-from-proxies";

    final FakePlexServer server;
    final RunningProxy proxy;
    final RecordingListener listener = new RecordingListener();

    private Behind(FakePlexServer server, RunningProxy proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    static Behind proxy(Setup setup) throws IOException {
        return proxy(setup, Duration.ofSeconds(10));
    }

    /** The heartbeat is what a server sends over EventSource while nothing happens. */
    static Behind proxy(Setup setup, Duration heartbeat) throws IOException {
        FakePlexServer server =
                FakePlexServer.builder().token(TOKEN).heartbeat(heartbeat).start();
        try {
            return new Behind(server, RunningProxy.start(setup, server));
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    ActivityMonitor.Builder monitor() {
        return Quick.monitor(proxy.uri())
                .client(Certificates.trusting().build())
                .token(TOKEN);
    }

    /** Begins an activity and waits until the listener knows of it. */
    Activity begun() throws InterruptedException {
        Activity job = server.begin("library.update.section", "Düne – 砂の惑星");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        return job;
    }

    /** Ends it, and waits until the listener knows; checks all it was told so far. */
    void end(Activity job) throws InterruptedException {
        server.end(job.uuid());
        listener.awaitEnd(job.uuid(), SOON);
        listener.verify();
    }

    @Override
    public void close() throws IOException {
        try (server) {
            proxy.close();
        }
    }
}

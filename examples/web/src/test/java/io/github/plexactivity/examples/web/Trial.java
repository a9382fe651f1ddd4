package io.github.plexactivity.examples.web;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A Plex server that is not one, a monitor of it, and the dashboard. */
final class Trial implements AutoCloseable {
    static final String TOKEN = "a-token-nobody-may-see";

    final FakePlexServer plex = FakePlexServer.builder().token(TOKEN).start();
    final ActivityMonitor monitor = ActivityMonitor.builder(plex.uri())
            .token(TOKEN)
            .backoff(Duration.ofMillis(100), Duration.ofMillis(500))
            .build();
    private DashboardServer dashboard = dashboard(0);

    Trial start() throws Exception {
        monitor.start().get(30, TimeUnit.SECONDS);
        return this;
    }

    private DashboardServer dashboard(int port) {
        try {
            return DashboardServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), monitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return dashboard.uri();
    }

    void stopDashboard() {
        dashboard.close();
    }

    void startDashboardAgain() {
        dashboard = dashboard(dashboard.uri().getPort());
    }

    Activity tell(String title, String subtitle, double progress, boolean cancellable) {
        Activity activity = activity(UUID.randomUUID().toString(), title, subtitle, progress, cancellable);
        plex.started(activity);
        return activity;
    }

    static Activity with(Activity activity, String subtitle, double progress) {
        return activity(activity.uuid(), activity.title(), subtitle, progress, activity.cancellable());
    }

    private static Activity activity(String uuid, String title, String subtitle, double progress, boolean cancellable) {
        return new Activity(
                uuid,
                "library.update.section",
                title,
                subtitle,
                progress < 0 ? OptionalDouble.empty() : OptionalDouble.of(progress),
                cancellable,
                OptionalLong.of(1),
                Map.of(),
                Map.of());
    }

    @Override
    public void close() {
        dashboard.close();
        monitor.close();
        plex.close();
    }
}

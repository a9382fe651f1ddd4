package io.github.plexactivity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What the tests of the whole monitor share: a monitor in a hurry, and waits with a bound. */
public final class Quick {

    /** Bounds every wait; far more than any of them takes. */
    public static final Duration SOON = Duration.ofSeconds(20);

    /** A time that no test lives to see. */
    public static final Duration NEVER = Duration.ofHours(1);

    private Quick() {}

    public static ActivityMonitor.Builder monitor(URI server) {
        return hurry(ActivityMonitor.builder(server));
    }

    /** Makes a monitor one in a hurry. */
    public static ActivityMonitor.Builder hurry(ActivityMonitor.Builder monitor) {
        return monitor.backoff(Duration.ofMillis(50), Duration.ofMillis(400))
                .pollEvery(Duration.ofMillis(100))
                .resyncEvery(Duration.ofMillis(300))
                .recoverEvery(NEVER)
                .connectTimeout(Duration.ofSeconds(5));
    }

    public static ActivityMonitor.Builder monitor(FakePlexServer server) {
        return monitor(server.uri());
    }

    /** Waits until it is so. */
    public static void until(Callable<Boolean> it) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(SOON)
                .until(it);
    }

    /** Waits for what the future holds; fails as it does. */
    public static <T> T join(CompletableFuture<T> future) throws Exception {
        return future.get(SOON.toSeconds(), SECONDS);
    }

    /** Waits until the monitor lives by this transport. */
    public static void untilConnected(ActivityMonitor monitor, Transport by) {
        until(() -> isConnected(monitor.status(), by));
    }

    public static void until(ActivityMonitor monitor, ConnectionState state) {
        until(() -> monitor.status().state() == state);
    }

    public static boolean isConnected(ConnectionStatus status, Transport by) {
        return status.state() == ConnectionState.CONNECTED && status.transport().equals(Optional.of(by));
    }

    /** A download, as a server would tell of it. */
    public static Activity download(String uuid, double progress) {
        return new Activity(
                uuid,
                "media.download",
                "Download",
                "",
                OptionalDouble.of(progress),
                true,
                OptionalLong.of(1),
                Map.of(),
                Map.of());
    }

    /** How often the server was asked this. */
    public static long asked(FakePlexServer server, Endpoint endpoint) {
        return server.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    /** Waits until the server was asked this so many times more. */
    public static void untilAskedAgain(FakePlexServer server, Endpoint endpoint, int times) {
        long enough = asked(server, endpoint) + times;
        until(() -> asked(server, endpoint) >= enough);
    }

    /** How many streams are open, of either kind. */
    public static int openStreams(FakePlexServer server) {
        return server.openStreams(Transport.EVENT_SOURCE) + server.openStreams(Transport.WEB_SOCKET);
    }

    /** The states that the listener was told, without repetitions. */
    public static List<ConnectionState> states(RecordingListener listener) {
        return listener.connections().stream()
                .map(ConnectionStatus::state)
                .distinct()
                .toList();
    }

    /** Threads that a monitor made and that still run. */
    public static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("plex-activity"))
                .toList();
    }
}

package io.github.plexactivity.secrets;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/**
 * Plays every scene on every transport with every logger turned up, and writes down all there was to see. In a process
 * of its own: some loggers keep the level they were made with.
 */
final class SecretsRun {

    private static final int AT_A_TIME = 4;
    private static final Duration LONG = Duration.ofHours(1);

    /** One for all that need none of their own: it reads all certificates of the JDK, and the log of TLS tells them. */
    private static final OkHttpClient CLIENT = new OkHttpClient();

    private SecretsRun() {}

    public static void main(String[] files) throws Exception {
        LoudLogs.turnUp();
        ExecutorService players = Executors.newFixedThreadPool(AT_A_TIME);
        List<Future<?>> plays = new ArrayList<>();
        for (Scene scene : Scenes.all()) {
            for (Transport by : Transport.values()) {
                plays.add(players.submit(() -> play(scene, Tokens.PLAIN, by)));
            }
            plays.add(players.submit(() -> play(scene, Tokens.ODD, Transport.values())));
        }
        plays.add(players.submit(() -> play(Scenes.all().get(0), Tokens.LONG, Transport.values())));
        for (Future<?> play : plays) {
            play.get(60, TimeUnit.SECONDS);
        }
        players.shutdown();
        PlantedLeaks.sow();
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(files[0])))) {
            out.writeObject(Ear.heard());
        }
    }

    private static Void play(Scene scene, String token, Transport... by) throws Exception {
        String where = scene.name() + ", by " + List.of(by) + ": ";
        try (RawServer server = scene.server().get()) {
            ActivityMonitor.Builder builder = ActivityMonitor.builder(scene.address(server))
                    .token(token)
                    .client(CLIENT)
                    .transports(by)
                    .connectTimeout(Duration.ofSeconds(1))
                    .backoff(LONG, LONG);
            scene.change().accept(builder, server);
            try {
                watch(where, builder);
            } finally {
                server.heads().forEach(head -> Ear.hear(where + "request", withoutCredentials(head)));
            }
        }
        return null;
    }

    private static void watch(String where, ActivityMonitor.Builder builder) throws Exception {
        RecordingListener recording = new RecordingListener();
        PublicFace face = new PublicFace(where + "text");
        CompletableFuture<ConnectionStatus> telling = new CompletableFuture<>();
        ActivityMonitor monitor = builder.build();
        try (monitor) {
            monitor.listen(recording);
            monitor.listen(new Unruly());
            monitor.changes(ActivityFilter.any()).subscribe(new Subscribed(where));
            CompletableFuture<Void> started = monitor.start();
            await(monitor, telling);
            Ear.hear(where + "status", telling.get(30, TimeUnit.SECONDS));
            CompletableFuture<?> cancelled = monitor.track("a").cancel();
            List<CompletableFuture<?>> futures =
                    List.of(started, cancelled, monitor.track("b").ended(), monitor.trackNext(ActivityFilter.any()));
            futures.forEach(face::show);
            ended(cancelled);
            List.of(builder, monitor, recording, monitor.track("a"), monitor.interceptor(), monitor.listen(recording))
                    .forEach(face::show);
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                Ear.hear("thread", thread);
            }
        }
        face.show(monitor.status());
        face.show(monitor.resync());
    }

    /** Completes once there is something to see; asked by who waits, since a listener may be told nothing. */
    private static void await(ActivityMonitor monitor, CompletableFuture<ConnectionStatus> telling) {
        ConnectionStatus status = monitor.status();
        if (status.lastError().isPresent() || status.lastSynchronized().isPresent()) {
            telling.complete(status);
        } else if (!telling.isDone()) {
            CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS).execute(() -> await(monitor, telling));
        }
    }

    private static void ended(CompletableFuture<?> future) throws Exception {
        future.handle((value, failure) -> "").get(30, TimeUnit.SECONDS);
    }

    /** The one place where the token, and the password of a proxy, belong. */
    private static String withoutCredentials(String head) {
        return head.replaceAll("(?m)^(X-Plex-Token|Proxy-Authorization): .*$", "");
    }

    /** Throws whatever it is told. */
    private static final class Unruly implements ActivityListener {
        @Override
        public void onConnection(ConnectionStatus status) {
            throw new IllegalStateException("as told: " + status);
        }

        @Override
        public void onSynchronized(Map<String, Activity> activities) {
            throw new AssertionError("as told: " + activities);
        }
    }
}

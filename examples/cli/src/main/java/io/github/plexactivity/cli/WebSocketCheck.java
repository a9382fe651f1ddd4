package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.terminal.Words;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Whether a WebSocket comes through: it opens, pings are answered, and changes are told. Silence is no fault of it. */
record WebSocketCheck(String proxy) {
    static final String NAME = "WebSocket";
    private static final Duration PING_EVERY = Duration.ofSeconds(1);

    /** A missing answer is noticed as the second ping is due. */
    private static final Duration PINGED = Duration.ofMillis(3_500);

    Finding after(ActivityMonitor.Builder builder, Request upgrade, Duration time) throws InterruptedException {
        CompletableFuture<Boolean> pongs = pongs(upgrade);
        try (Listening listening = new Listening(builder, Transport.WEB_SOCKET, time)) {
            listening.during(time);
            return listening
                    .opened()
                    .map(head -> opened(head, listening, pongs.join()))
                    .orElseGet(() -> closed(listening, time));
        }
    }

    private static Finding opened(Duration head, Listening listening, boolean pongs) {
        String open = "open after " + Reach.of(head);
        if (listening.frames() == 0 && listening.missed() > 0) {
            return Finding.bad(
                    NAME,
                    open + ", but " + listening.missed() + " changes were not told",
                    "The stream is alive and dumb. Restart the server; where that does not help, a monitor compares"
                            + " lists every few seconds.");
        }
        if (!pongs) {
            return Finding.note(
                    NAME,
                    open + ", but pings are not answered",
                    "A monitor asks for the list instead when it is silent; nothing needs to be done.");
        }
        String heard =
                listening.frames() > 0 ? ", " + listening.frames() + " messages heard" : "; nothing happened meanwhile";
        return Finding.ok(NAME, open + ", pings are answered" + heard);
    }

    private Finding closed(Listening listening, Duration time) {
        MonitorException error = listening.error().orElse(null);
        if (error instanceof MonitorException.Refused refused && refused.status() == 401) {
            return Finding.bad(NAME, Words.reason(error), "The token is not let in: see the line about the list.");
        }
        String reason = error == null ? "no answer in " + DurationWords.of(time) : Words.reason(error);
        return Finding.bad(NAME, reason, upgradeAdvice());
    }

    private String upgradeAdvice() {
        String nginx = "'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection"
                + " $connection_upgrade;' (docs/proxies.md)";
        return proxy.equals("nginx")
                ? "nginx does not pass it on: set " + nginx + "."
                : "Is a proxy before the server? It has to pass on the upgrade; for nginx: " + nginx + ".";
    }

    /** Whether pings are answered; a connection that ends otherwise says nothing against it. */
    private static CompletableFuture<Boolean> pongs(Request upgrade) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        WebSocket socket = PlexClient.with()
                .newBuilder()
                .pingInterval(PING_EVERY)
                .build()
                .newWebSocket(upgrade, new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket opened, Response response) {
                        answered.completeOnTimeout(true, PINGED.toMillis(), TimeUnit.MILLISECONDS);
                    }

                    @Override
                    public void onFailure(WebSocket failed, Throwable why, Response response) {
                        answered.complete(!(why instanceof SocketTimeoutException));
                    }
                });
        return answered.whenComplete((pongs, failure) -> socket.cancel());
    }
}

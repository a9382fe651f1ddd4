package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.terminal.Words;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Whether server-sent events come through: the stream opens, its heartbeat is heard, and changes are told.
 *
 * @param proxy the program before the server, if it says so
 */
record EventSourceCheck(String proxy) {
    static final String NAME = "server-sent events";

    /** A head that comes later than that was held back by somebody. */
    private static final Duration PROMPT = Duration.ofSeconds(3);

    /**
     * Finds out.
     *
     * @param builder of a monitor
     * @param idle asks for a stream on which nothing is told: a proxy that buffers shows only while it has nothing to send
     * @param time how long to listen
     */
    Finding after(ActivityMonitor.Builder builder, Request idle, Duration time) throws InterruptedException {
        CompletableFuture<Boolean> heldBack = isHeldBack(idle);
        Pulse pulse = new Pulse();
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(new FrameTap(pulse)).build();
        try (Listening listening = new Listening(builder.client(client), Transport.EVENT_SOURCE, time)) {
            listening.during(time);
            return listening
                    .opened()
                    .map(head -> heldBack.join()
                            ? Finding.bad(
                                    NAME,
                                    "comes through only while much is told: an idle stream is held back",
                                    unbuffer())
                            : opened(head, pulse, listening, time))
                    .orElseGet(() -> closed(listening, time));
        }
    }

    private static CompletableFuture<Boolean> isHeldBack(Request idle) {
        CompletableFuture<Boolean> heldBack = new CompletableFuture<>();
        Call call = PlexClient.with().newBuilder().callTimeout(PROMPT).build().newCall(idle);
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) {
                response.close();
                heldBack.complete(false);
            }

            @Override
            public void onFailure(Call failed, IOException why) {
                heldBack.complete(why instanceof InterruptedIOException);
            }
        });
        return heldBack;
    }

    private Finding opened(Duration head, Pulse pulse, Listening listening, Duration time) {
        String open = "open after " + Reach.of(head);
        if (pulse.firstBeat().isEmpty() && pulse.notifications() == 0) {
            return Finding.bad(NAME, open + ", then silent: no heartbeat in " + DurationWords.of(time), unbuffer());
        }
        if (pulse.notifications() == 0 && listening.missed() > 0) {
            return Finding.bad(
                    NAME,
                    open + ", heartbeat heard, but " + listening.missed() + " changes were not told",
                    "The stream is alive and dumb. Restart the server; where that does not help, a monitor compares"
                            + " lists every few seconds.");
        }
        if (head.compareTo(PROMPT) > 0) {
            return Finding.bad(NAME, open + ": somebody holds back even the beginning of the answer", unbuffer());
        }
        String beat = pulse.firstBeat()
                .map(Reach::of)
                .map(after -> ", heartbeat after " + after)
                .orElse("");
        return pulse.notifications() > 0
                ? Finding.ok(NAME, open + beat + ", " + pulse.notifications() + " notifications heard")
                : Finding.note(
                        NAME,
                        open + beat + "; nothing happened meanwhile",
                        "Whether changes come through shows when something runs: have a section scanned meanwhile.");
    }

    private Finding closed(Listening listening, Duration time) {
        MonitorException error = listening.error().orElse(null);
        if (error instanceof MonitorException.Refused) {
            return Finding.bad(NAME, Words.reason(error), "The token is not let in: see the line about the list.");
        }
        if (error instanceof MonitorException.Rejected) {
            return Finding.bad(
                    NAME,
                    Words.reason(error),
                    "A proxy or a rule stands before /:/eventsource/notifications: let it pass.");
        }
        String reason = error == null ? "no answer in " + DurationWords.of(time) : Words.reason(error);
        return Finding.bad(
                NAME, reason, "The server answers other requests: a proxy holds this one back. " + unbuffer());
    }

    private String unbuffer() {
        return switch (proxy) {
            case "nginx" -> "nginx buffers it: set 'proxy_buffering off; proxy_http_version 1.1;' (docs/proxies.md).";
            case "Cloudflare" -> "A tunnel buffers it: go past it to the server's own address.";
            case "" ->
                "Is a proxy before the server? It has to pass events on as they come; for nginx: 'proxy_buffering"
                        + " off' (docs/proxies.md).";
            default -> proxy + " has to pass events on as they come (docs/proxies.md).";
        };
    }
}

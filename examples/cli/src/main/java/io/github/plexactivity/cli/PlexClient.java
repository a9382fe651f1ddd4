package io.github.plexactivity.cli;

import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Asks the server what no monitor asks. The token goes into a header, and no redirect is followed with it. */
final class PlexClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpUrl server;
    private final Optional<String> token;

    PlexClient(HttpUrl server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    static OkHttpClient with(Interceptor... interceptors) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(PATIENCE);
        for (Interceptor interceptor : interceptors) {
            builder.addInterceptor(interceptor);
        }
        return builder.build();
    }

    /** A request by this path below the server's address. */
    Request.Builder to(String path) {
        return to(server.newBuilder().addPathSegments(path).build());
    }

    /** A request for a stream that tells of no kind of thing. */
    Request idleEvents() {
        HttpUrl events = server.newBuilder()
                .addPathSegments(":/eventsource/notifications")
                .addQueryParameter("filters", "none")
                .build();
        return to(events).header("Accept", "text/event-stream").build();
    }

    private Request.Builder to(HttpUrl url) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("X-Plex-Client-Identifier", ServerOptions.CLIENT);
        token.ifPresent(value -> request.header("X-Plex-Token", value));
        return request;
    }
}

package io.github.plexactivity.testkit;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A plain client of EventSource, which reads line by line. */
final class EventSourceReader implements AutoCloseable {
    private final Response response;

    EventSourceReader(OkHttpClient client, URI server, String query) throws IOException {
        Request request = new Request.Builder()
                .url(server + "/:/eventsource/notifications" + query)
                .build();
        response = client.newBuilder()
                .readTimeout(10, TimeUnit.SECONDS)
                .build()
                .newCall(request)
                .execute();
    }

    Response response() {
        return response;
    }

    /** The next event, its lines put together with a bar; a line that ended early throws. */
    String next() throws IOException {
        StringBuilder event = new StringBuilder();
        String line = response.body().source().readUtf8LineStrict();
        while (!line.isEmpty()) {
            event.append(event.length() == 0 ? "" : "|").append(line);
            line = response.body().source().readUtf8LineStrict();
        }
        return event.toString();
    }

    boolean exhausted() throws IOException {
        return response.body().source().exhausted();
    }

    @Override
    public void close() {
        response.close();
    }
}

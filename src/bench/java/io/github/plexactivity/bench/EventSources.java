package io.github.plexactivity.bench;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** The library below as the monitor uses it: one thread, whole events as text, a buffer of 8 KiB. */
final class EventSources {

    private static final int READ_BUFFER_SIZE = 8192;

    private EventSources() {}

    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .readTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .build();
    }

    static EventSource open(OkHttpClient client, URI uri) {
        return new EventSource.Builder(
                        ConnectStrategy.http(uri).httpClient(client).header("Accept-Encoding", "identity"))
                .errorStrategy(ErrorStrategy.alwaysThrow())
                .readBufferSize(READ_BUFFER_SIZE)
                .build();
    }
}

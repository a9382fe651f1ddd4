package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.model.CancelResult;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** Requests made to a server, each waited for, and the proof that nothing of them stays. */
final class RequestTrial implements AutoCloseable {

    static final String TOKEN = "s3cret-t0ken";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Duration timeout = Duration.ofSeconds(10);
    private Executor executor = threads;
    private OkHttpClient client = new OkHttpClient();

    RequestTrial within(Duration limit) {
        timeout = limit;
        return this;
    }

    RequestTrial on(Executor other) {
        executor = other;
        return this;
    }

    RequestTrial with(UnaryOperator<OkHttpClient.Builder> change) {
        client = change.apply(client.newBuilder()).build();
        return this;
    }

    OkHttpActivitiesApi api(URI server) {
        return new OkHttpActivitiesApi(new OkHttpActivitiesApi.Settings(
                client,
                ServerAddress.of(server),
                new RequestHeaders("client-1", () -> TOKEN),
                timeout,
                1000,
                executor));
    }

    Listing list(RawServer server) {
        return list(server.uri());
    }

    Listing list(URI server) {
        OkHttpActivitiesApi api = api(server);
        try {
            return api.list(uuid -> null).join();
        } finally {
            api.close();
        }
    }

    Failure unlisted(RawServer server) {
        return failure(list(server));
    }

    static Failure failure(Listing listing) {
        assertThat(listing).isInstanceOf(Listing.Unlisted.class);
        return ((Listing.Unlisted) listing).failure();
    }

    CancelResult cancel(RawServer server, String uuid) {
        OkHttpActivitiesApi api = api(server.uri());
        try {
            return api.cancel(uuid).join();
        } finally {
            api.close();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(client.connectionPool().connectionCount()).isZero();
    }
}

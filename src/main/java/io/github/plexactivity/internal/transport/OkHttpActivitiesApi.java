package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.internal.wire.SnapshotDecoder;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The requests by OkHttp. Each blocks a thread of an executor, but none waits for one longer than for its answer. */
public final class OkHttpActivitiesApi implements ActivitiesApi {

    /**
     * What the requests are made with.
     *
     * @param client whose TLS, proxies, DNS and verifier hold
     * @param server where to
     * @param headers who asks
     * @param connectTimeout until the head of an answer is there, and between two pieces of its body
     * @param maxActivities how many rows of the list are taken
     * @param executor whose threads may block
     */
    public record Settings(
            OkHttpClient client,
            ServerAddress server,
            RequestHeaders headers,
            Duration connectTimeout,
            int maxActivities,
            Executor executor) {}

    private static final Failure CLOSED = Failure.of(Failure.Kind.TRANSIENT, new MonitorException.Closed());

    private final Settings settings;
    private final Allowance allowance = new Allowance();
    private final OkHttpClient client;
    private final Set<Question<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Sends nothing yet. */
    public OkHttpActivitiesApi(Settings settings) {
        this.settings = settings;
        this.client = HttpClients.forRequests(settings.client, settings.connectTimeout, allowance);
    }

    @Override
    public CompletableFuture<Listing> list(Known known) {
        Request.Builder request =
                new Request.Builder().url(settings.server.activities()).header("Accept", "application/json");
        return ask(
                request,
                response -> listing(response, known),
                (listing, failure) -> listing.complete(new Listing.Unlisted(failure)));
    }

    @Override
    public CompletableFuture<CancelResult> cancel(String uuid) {
        HttpUrl url;
        try {
            url = settings.server.activity(uuid);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    new MonitorException.Malformed("an activity with such a uuid cannot be asked for", e));
        }
        return ask(
                new Request.Builder().url(url).delete(),
                OkHttpActivitiesApi::cancelResult,
                (result, failure) -> result.completeExceptionally(failure.error()));
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(question -> question.end(CLOSED));
        client.connectionPool().evictAll();
    }

    private <T> CompletableFuture<T> ask(
            Request.Builder request, Question.Reader<T> reader, BiConsumer<CompletableFuture<T>, Failure> fail) {
        allowance.renew(); // A kept connection may bring many answers of which no body is read.
        Request plain = request.build();
        Exchange exchange = new Exchange(client, HttpFailures.describe(plain.method(), plain.url()));
        Question<T> question = new Question<>(exchange, () -> settings.headers.on(request), reader, fail);
        underWay.add(question);
        question.answer().whenComplete((answer, failure) -> underWay.remove(question)); // It holds the list.
        if (closed) {
            question.end(CLOSED);
        } else {
            question.ask(settings.executor, settings.connectTimeout);
        }
        return question.answer();
    }

    private Listing listing(Response response, Known known) throws IOException {
        if (response.code() != 200) {
            throw HttpFailures.ofStatus(asked(response), response);
        }
        requireNoPage(response);
        return new Listing.Listed(new SnapshotDecoder(known)
                .decode(allowance.renewedBy(response.body().byteStream()), settings.maxActivities));
    }

    private static CancelResult cancelResult(Response response) throws IOException {
        return switch (response.code()) {
            case 200, 202, 204 -> {
                requireNoPage(response);
                yield CancelResult.ACCEPTED;
            }
            case 400 -> CancelResult.NOT_CANCELLABLE;
            case 404 -> CancelResult.NOT_FOUND;
            case 401, 403 -> CancelResult.FORBIDDEN;
            default -> throw HttpFailures.ofStatus(asked(response), response);
        };
    }

    /** A page with status 200 comes from a proxy that wants a login. An empty answer may call itself one. */
    private static void requireNoPage(Response response) throws FailureException {
        MediaType type = response.body().contentType();
        if (type != null && type.subtype().contains("html") && response.body().contentLength() != 0) {
            throw HttpFailures.rejected(asked(response), response, "with a page");
        }
    }

    private static String asked(Response response) {
        return HttpFailures.describe(
                response.request().method(), response.request().url());
    }
}

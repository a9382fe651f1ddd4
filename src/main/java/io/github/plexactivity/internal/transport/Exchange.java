package io.github.plexactivity.internal.transport;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request up to the head of its answer: over redirects inside the origin alone, since our headers go with it, and
 * cancelled in any phase but a look-up of the host name. Used once.
 */
final class Exchange {

    private static final int MOST_REDIRECTS = 3;

    private final OkHttpClient client;
    private final String description;
    private volatile @Nullable Call call;
    private volatile boolean cancelled;

    /**
     * A request to come.
     *
     * @param description of the request, for people
     */
    Exchange(OkHttpClient client, String description) {
        this.client = client;
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Sends the request and waits for the head of the answer, which the caller closes. */
    Response execute(Request first) throws IOException {
        Request request = first;
        for (int redirects = 0; ; redirects++) {
            Response response = send(request);
            if (!isRedirect(request, response)) {
                return response;
            }
            try (response) {
                if (redirects == MOST_REDIRECTS) {
                    throw HttpFailures.rejected(description, response, "after too many redirects");
                }
                request = request.newBuilder().url(target(request, response)).build();
            }
        }
    }

    /** Ends it in whatever phase it is, the body of the answer too, or before it began; from any thread. */
    void cancel() {
        cancelled = true;
        Call current = call;
        if (current != null) {
            cancel(current);
        }
    }

    /** Tells the event listener of the caller's client, last of all. Should that throw, whoever waits is told all the same. */
    private static void cancel(Call call) {
        try {
            call.cancel();
        } catch (RuntimeException | Error thrownByListener) {
            // It is cancelled.
        }
    }

    private Response send(Request request) throws IOException {
        Call next = client.newCall(request);
        call = next;
        if (cancelled) {
            cancel(next);
        }
        return next.execute();
    }

    /** Whether the same request is to be made elsewhere; some redirects would turn a DELETE into a GET. */
    private static boolean isRedirect(Request request, Response response) {
        return switch (response.code()) {
            case 301, 302, 303 -> request.method().equals("GET");
            case 307, 308 -> true;
            default -> false;
        };
    }

    private HttpUrl target(Request request, Response response) throws FailureException {
        HttpUrl from = response.request().url();
        String location = response.header("Location");
        HttpUrl to = location == null ? null : from.resolve(location);
        if (to == null) {
            throw HttpFailures.rejected(description, response, "a redirect that leads nowhere");
        }
        if (showsToken(request, to)) {
            throw HttpFailures.rejected(description, response, "a redirect to an address with the token in it");
        }
        if (ServerAddress.sameOrigin(from, to)) {
            return to;
        }
        // Only what is known anyway: the rest of the address may echo what we sent.
        String where = to.host().equals(from.host())
                ? to.scheme() + " and port " + to.port() + " of the same host"
                : "another host";
        throw HttpFailures.rejected(description, response, "a redirect to " + where + ", where the token does not go");
    }

    /** A server may echo what it was sent; followed, it would be in every log on the way. */
    private static boolean showsToken(Request request, HttpUrl url) {
        String token = request.header(RequestHeaders.TOKEN);
        return token != null && (String.join("/", url.pathSegments()) + "?" + url.query()).contains(token);
    }
}

package io.github.plexactivity.internal.transport;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Clients made from the caller's, so that its TLS, proxy, DNS and interceptors hold. Connections and bookkeeping are
 * our own: what the caller does with its client does not end our requests, and closing ours leaves no socket in its
 * pool. All speak HTTP/1.1, where cancelling closes the socket at once, and what comes is taken in as it is read.
 */
final class HttpClients {

    /** Polling uses one connection again and again; who lives by a stream asks too seldom to keep one for that. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    private static final Duration LONGEST_BODY = Duration.ofMinutes(1);

    /** OkHttp counts milliseconds, in an int. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    private HttpClients() {}

    /**
     * For one stream, which lasts: no limit on silence, since whoever opened it watches that.
     *
     * @param allowance of its sockets, unless they are the caller's own
     * @param socket told of the socket that a request is about to be sent on, by who sends it
     */
    static OkHttpClient forStream(
            OkHttpClient callers, Duration connectTimeout, Allowance allowance, Consumer<Socket> socket) {
        return derived(callers, connectTimeout, allowance)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .addNetworkInterceptor(chain -> {
                    socket.accept(requireNonNull(chain.connection()).socket());
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /**
     * For requests, whose answers come at once or not at all.
     *
     * @param allowance of its sockets, unless they are the caller's own
     */
    static OkHttpClient forRequests(OkHttpClient callers, Duration connectTimeout, Allowance allowance) {
        return derived(callers, connectTimeout, allowance)
                .connectionPool(new ConnectionPool(2, LONGEST_IDLE.toSeconds(), TimeUnit.SECONDS))
                .callTimeout(bearable(connectTimeout.plus(LONGEST_BODY)))
                .readTimeout(bearable(connectTimeout))
                .build();
    }

    private static OkHttpClient.Builder derived(OkHttpClient callers, Duration connectTimeout, Allowance allowance) {
        return callers.newBuilder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .fastFallback(true)
                .connectTimeout(bearable(connectTimeout))
                .socketFactory(PlainSockets.unless(callers.socketFactory(), allowance))
                .cache(null)
                .addNetworkInterceptor(HttpClients::withReadableRetryAfter)
                .dispatcher(new Dispatcher());
    }

    /**
     * OkHttp reads this header of a 503 itself: it throws where it is no int, and where it is 0 asks again at once, a
     * second time in a round.
     */
    private static Response withReadableRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header(RetryAfter.NAME);
        if (wait == null) {
            return response;
        }
        Response.Builder readable = response.newBuilder().removeHeader(RetryAfter.NAME);
        return wait.matches("0+")
                ? readable.build()
                : readable.header(RetryAfter.NAME, RetryAfter.readable(wait)).build();
    }

    /** As much of a time as OkHttp takes. Whoever asks for more has a watch of its own. */
    private static Duration bearable(Duration timeout) {
        return timeout.compareTo(LONGEST_TIMEOUT) < 0 ? timeout : LONGEST_TIMEOUT;
    }
}

package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** What went wrong with a request, in one sentence that names the request and what happened to it. */
final class HttpFailures {

    /** The first that fits is said: the narrow come before the wide. */
    private static final List<Sentence> SENTENCES = List.of(
            new Sentence(UnknownHostException.class, "the host name is not known"),
            new Sentence(ConnectException.class, "the connection was refused, or nothing answers there"),
            new Sentence(NoRouteToHostException.class, "there is no way to the host"),
            new Sentence(SocketTimeoutException.class, "no answer came in time"),
            new Sentence(
                    UnknownServiceException.class, "the client allows no such connection: see its connection specs"),
            new Sentence(ProtocolException.class, "the answer was cut short, or is not HTTP"),
            new Sentence(EOFException.class, "the connection was closed"),
            new Sentence(SocketException.class, "the connection broke"),
            new Sentence(IOException.class, "the connection failed"),
            new Sentence(Throwable.class, "an unexpected fault"));

    /** OkHttp has no type for a proxy that opens no tunnel. */
    private static final Pattern NO_TUNNEL =
            Pattern.compile("Failed to authenticate with proxy|Unexpected response code for CONNECT: \\d+");

    private HttpFailures() {}

    /** A request for people: without a query, so that nothing secret is in it. */
    static String describe(String method, HttpUrl url) {
        return method + " " + ServerAddress.shown(url);
    }

    /** What an exception means that ended a request or a stream. */
    static Failure of(String request, Throwable thrown) {
        if (thrown instanceof FailureException known) {
            return known.failure();
        }
        if (thrown instanceof SSLException && thrown.getCause() instanceof FailureException known) {
            return known.failure(); // of a socket that TLS is laid over
        }
        if (thrown instanceof MonitorException.Refused refused) {
            return Failure.of(Kind.UNAUTHORIZED, refused);
        }
        if (thrown instanceof MonitorException known) {
            return Failure.of(Kind.REJECTED, known);
        }
        // The message of a ProtocolException quotes what the server sent, which may echo what we sent it: the token.
        Throwable cause = thrown instanceof ProtocolException ? null : thrown;
        return Failure.of(Kind.TRANSIENT, new MonitorException.Disconnected(request + ": " + sentence(thrown), cause));
    }

    private static String sentence(Throwable thrown) {
        if (thrown instanceof SSLException tls) {
            return TlsFailures.sentence(tls);
        }
        String message = String.valueOf(thrown.getMessage());
        return NO_TUNNEL.matcher(message).matches()
                ? "the proxy does not let it through: " + message
                : Sentence.first(SENTENCES, List.of(thrown));
    }

    /** What a status means that is not the one hoped for. */
    static FailureException ofStatus(String request, Response response) {
        return new FailureException(Failure.ofStatus(
                request,
                response.code(),
                RetryAfter.of(response.headers(), Instant.ofEpochMilli(response.receivedResponseAtMillis()))));
    }

    /** An answer that cannot be used whatever its status says. */
    static FailureException rejected(String request, Response response, String why) {
        String message = request + " was answered " + response.code() + ", " + why;
        return new FailureException(
                Failure.of(Kind.REJECTED, new MonitorException.Rejected(message, response.code(), null)));
    }
}

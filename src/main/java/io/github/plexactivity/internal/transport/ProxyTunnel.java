package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Asks an HTTP proxy to let a connection through (CONNECT), and its authenticator for credentials where it must. */
final class ProxyTunnel {

    private final Route route;
    private final Authenticator authenticator;
    private final String target;
    /** What to ask with next; a refusal may make it another one. */
    private Request request;

    ProxyTunnel(HttpUrl url, Route route, Authenticator authenticator) {
        this.route = route;
        this.authenticator = authenticator;
        target = hostOf(url) + ":" + url.port();
        request = new Request.Builder()
                .url(url)
                .method("CONNECT", null)
                .header("Host", target)
                .header("Proxy-Connection", "Keep-Alive")
                .build();
    }

    /** The value of the header Host: with a port where it is not the usual one. */
    static String hostHeader(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? hostOf(url) : hostOf(url) + ":" + url.port();
    }

    /** An IPv6 address stands in brackets. */
    private static String hostOf(HttpUrl url) {
        return url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    }

    /**
     * Asks over a connection to the proxy.
     *
     * @return whether the connection now leads to the server; if not, it is of no more use, and asking once more over a
     *     new one may help, since credentials were found
     * @throws IOException if the proxy refuses
     */
    boolean isOpenedThrough(Socket toProxy) throws IOException {
        String head = "CONNECT " + target + " HTTP/1.1\r\n" + HttpHead.lines(request.headers()) + "\r\n";
        toProxy.getOutputStream().write(head.getBytes(ISO_8859_1));
        HttpHead answer = HttpHead.read(toProxy.getInputStream());
        if (answer.status() / 100 == 2) {
            return true;
        }
        request = withCredentials(answer)
                .orElseThrow(() -> refused("answered CONNECT " + target + " with " + answer.status()));
        return false;
    }

    /** The failure of a proxy that lets nobody through. It is not the server's, whatever its status. */
    FailureException refused(String how) {
        String message = "the proxy " + route.socketAddress() + " " + how;
        return new FailureException(
                Failure.of(Failure.Kind.TRANSIENT, new MonitorException.Disconnected(message, null)));
    }

    private Optional<Request> withCredentials(HttpHead refusal) throws IOException {
        if (refusal.status() != 407) {
            return Optional.empty();
        }
        Response response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(refusal.status())
                .message("Proxy Authentication Required")
                .headers(refusal.headers())
                .build();
        return Optional.ofNullable(authenticator.authenticate(route, response));
    }
}

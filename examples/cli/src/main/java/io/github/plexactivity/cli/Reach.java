package io.github.plexactivity.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import io.github.plexactivity.terminal.Words;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;

/** Whether a server answers at the address, and whether the token may list what runs there. */
final class Reach {
    static final String SERVER = "server";
    static final String LIST = "list";
    private static final long LARGEST_ANSWER = 1 << 20;

    private final PlexClient client;
    private final String aboutTheToken;
    private String proxy = "";

    Reach(PlexClient client, String aboutTheToken) {
        this.client = client;
        this.aboutTheToken = aboutTheToken;
    }

    /** The program that stands before the server, if it says so: known once the server was asked. */
    String proxy() {
        return proxy;
    }

    Finding server() {
        try (Response response =
                PlexClient.with().newCall(client.to("identity").build()).execute()) {
            proxy = proxy(response);
            Optional<Map<?, ?>> identity = container(response);
            if (response.isSuccessful() && identity.isPresent()) {
                String version = Words.clean(String.valueOf(identity.get().get("version")));
                String behind = proxy.isEmpty() ? "" : ", behind " + proxy;
                return Finding.ok(
                        SERVER, "Plex Media Server " + version + behind + ", answers in " + answeredIn(response));
            }
            return notPlex(response);
        } catch (IOException e) {
            return Finding.bad(
                    SERVER, "no answer (" + Words.clean(String.valueOf(e.getMessage())) + ")", unreachable(e));
        }
    }

    private static Finding notPlex(Response response) {
        if (response.isRedirect()) {
            return Finding.bad(
                    SERVER,
                    "redirects elsewhere (" + response.code() + ")",
                    "Give the address it redirects to: a token is never sent along with a redirect.");
        }
        if (response.isSuccessful()) {
            return Finding.bad(
                    SERVER,
                    "answers, but not as Plex does",
                    "A login page or another program is at this address: let requests with X-Plex-Token pass, or give"
                            + " the server's own address, usually with port 32400.");
        }
        if (response.code() == 401 && response.header("WWW-Authenticate") == null) {
            return Finding.note(
                    SERVER, "answers to those alone whom it knows (401)", "A token is needed: see the next line.");
        }
        return response.code() >= 500
                ? Finding.bad(
                        SERVER,
                        "answered " + response.code(),
                        "A proxy is there, the server behind it is not: is it running, and does the proxy know where?")
                : Finding.bad(
                        SERVER,
                        "answered " + response.code(),
                        "Something before the server refuses: is this its address, the path included?");
    }

    private static String unreachable(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "Nobody knows this name: is it spelt right? An IP address needs none.";
        }
        if (failure instanceof ConnectException) {
            return "Nothing listens there: is the server running, and is the port right (usually 32400)?";
        }
        if (failure instanceof SSLException && !isAboutACertificate(failure)) {
            return "What answers there may not speak TLS: an address without it begins with http://.";
        }
        if (failure instanceof SSLException) {
            return "The certificate is for another name, or trusted by nobody here: use the server's name under"
                    + " plex.direct, or http within your own network.";
        }
        return failure instanceof InterruptedIOException
                ? "A firewall may swallow it, or the server hangs: is the address right?"
                : "Is it http where it should be https, or the other way round?";
    }

    private static boolean isAboutACertificate(IOException failure) {
        return failure instanceof SSLPeerUnverifiedException || failure.getCause() instanceof GeneralSecurityException;
    }

    Finding list() {
        try (Response response =
                PlexClient.with().newCall(client.to("activities").build()).execute()) {
            Optional<Map<?, ?>> list = container(response);
            if (response.isSuccessful() && list.isPresent()) {
                return Finding.ok(
                        LIST, "this token may list what runs: " + list.get().get("size") + " now");
            }
            return switch (response.code()) {
                case 401 ->
                    Finding.bad(
                            LIST,
                            "the token is refused (401)" + aboutTheToken,
                            "Use a token that the server knows: 'View XML' of any item in Plex Web shows it as"
                                    + " X-Plex-Token in the address.");
                case 403 ->
                    Finding.note(
                            LIST,
                            "this token may not list what runs (403)" + aboutTheToken,
                            "Streams alone are followed then, and what ends while they are lost is never known: use"
                                    + " the owner's token.");
                case 500, 502, 503, 504 ->
                    Finding.bad(
                            LIST,
                            "answered " + response.code(),
                            "The server is busy or starting, or a proxy does not reach it: try again in a minute.");
                default ->
                    Finding.bad(
                            LIST,
                            "no list, but " + response.code(),
                            "A proxy or a rule stands before /activities: let it pass.");
            };
        } catch (IOException e) {
            return Finding.bad(
                    LIST,
                    "no answer (" + Words.clean(String.valueOf(e.getMessage())) + ")",
                    "The server answers other requests: is it busy, or does a proxy hold this one back?");
        }
    }

    private static Optional<Map<?, ?>> container(Response response) throws IOException {
        try {
            Map<String, Object> body =
                    JSON.std.mapFrom(response.peekBody(LARGEST_ANSWER).string());
            return body.get("MediaContainer") instanceof Map<?, ?> container
                    ? Optional.of(container)
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String proxy(Response response) {
        String said = (response.header("Server", "") + " " + response.header("Via", "")).toLowerCase(Locale.ROOT);
        return Stream.of("nginx", "Caddy", "Cloudflare", "Apache", "Traefik", "HAProxy")
                .filter(name -> said.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }

    private static String answeredIn(Response response) {
        return of(Duration.ofMillis(response.receivedResponseAtMillis() - response.sentRequestAtMillis()));
    }

    static String of(Duration time) {
        return time.toMillis() < 1_000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}

package io.github.plexactivity.internal.transport;

import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is, and the addresses of what is asked of it.
 *
 * @param base by http or https; its path comes before every other
 */
public record ServerAddress(HttpUrl base) {

    /**
     * The address a user gave. No message shows more of it than its scheme, since the rest may hold a token.
     *
     * @throws IllegalArgumentException if it is not one that every transport understands
     */
    public static ServerAddress of(URI server) {
        String scheme = server.getScheme();
        refuseIf(
                !"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme),
                "must begin with http:// or https://, as http://127.0.0.1:32400 does");
        refuseIf(server.getRawUserInfo() != null, "must hold no user name or password: set the token with token(...)");
        refuseIf(
                server.getRawQuery() != null || server.getRawFragment() != null,
                "must hold no query or fragment: set the token with token(...)");
        refuseIf(
                server.getHost() == null,
                "has no host name that java.net.URI understands (an underscore in it?): use the IP address, or a"
                        + " name of letters, digits and hyphens");
        HttpUrl url = HttpUrl.parse(server.toString());
        if (url == null) {
            throw new IllegalArgumentException("the server's address has an impossible host name or port");
        }
        return new ServerAddress(url);
    }

    /** The list of activities. */
    public HttpUrl activities() {
        return base.newBuilder().addPathSegment("activities").build();
    }

    /**
     * One activity. Its uuid becomes one segment of the path, whatever it holds.
     *
     * @throws IllegalArgumentException if the uuid cannot be one, as {@code ..} cannot: another resource would be meant
     */
    public HttpUrl activity(String uuid) {
        HttpUrl list = activities();
        HttpUrl url = list.newBuilder().addPathSegment(uuid).build();
        List<String> segments = url.pathSegments();
        if (uuid.isEmpty()
                || segments.size() != list.pathSize() + 1
                || !segments.get(list.pathSize()).equals(uuid)) {
            throw new IllegalArgumentException("the uuid cannot be a segment of a path");
        }
        return url;
    }

    /** The stream of server-sent events. */
    public HttpUrl eventSource() {
        return notifications("eventsource");
    }

    /** The WebSocket: by the scheme http or https, which its upgrade goes by. */
    public HttpUrl webSocket() {
        return notifications("websockets");
    }

    private HttpUrl notifications(String kind) {
        return base.newBuilder()
                .addPathSegments(":/" + kind + "/notifications")
                .addQueryParameter("filters", "activity")
                .build();
    }

    /** An address as messages and logs show it: without a query, and whatever may be secret. */
    static HttpUrl shown(HttpUrl url) {
        return url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build();
    }

    /** Whether two addresses are of one origin: scheme, host and port. */
    public static boolean sameOrigin(HttpUrl one, @Nullable HttpUrl other) {
        return other != null
                && one.scheme().equals(other.scheme())
                && one.host().equals(other.host())
                && one.port() == other.port();
    }

    private static void refuseIf(boolean unfit, String what) {
        if (unfit) {
            throw new IllegalArgumentException("the server's address " + what);
        }
    }
}

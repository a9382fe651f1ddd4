package io.github.plexactivity.internal.transport;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.model.MonitorException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What every request tells the server of its sender: who it is, and by which token. The token is asked for again for
 * each request, since it may have been replaced.
 */
public final class RequestHeaders {

    /** The header that the token travels in; as a query parameter it would end in logs. */
    public static final String TOKEN = "X-Plex-Token";

    private static final String CLIENT_IDENTIFIER = "X-Plex-Client-Identifier";
    private static final String VERSION =
            Objects.requireNonNullElse(RequestHeaders.class.getPackage().getImplementationVersion(), "development");

    private final Map<String, String> fixed = new LinkedHashMap<>();
    private final Supplier<@Nullable String> token;

    /**
     * The headers of one client.
     *
     * @param token quick and without side effect, since readers ask it; null for no token
     * @throws IllegalArgumentException if the identifier cannot be a header
     */
    public RequestHeaders(String clientIdentifier, Supplier<@Nullable String> token) {
        fixed.put(CLIENT_IDENTIFIER, requireVisibleAscii(CLIENT_IDENTIFIER, clientIdentifier));
        fixed.put("X-Plex-Product", "plex-activity-monitor");
        fixed.put("X-Plex-Version", VERSION);
        fixed.put("X-Plex-Platform", "Java");
        this.token = token;
    }

    /** Those that are not secret, by name. */
    public Map<String, String> withoutToken() {
        return Map.copyOf(fixed);
    }

    /**
     * The token to use now, or null.
     *
     * @throws MonitorException.Refused if it cannot be a header; libraries below would print it, or worse, send it
     */
    public @Nullable String token() {
        String current = token.get();
        if (current == null) {
            return null;
        }
        try {
            return requireVisibleAscii(TOKEN, current);
        } catch (IllegalArgumentException e) {
            throw new MonitorException.Refused("the token cannot be sent as " + TOKEN, 0, e);
        }
    }

    /** The request with these headers. */
    Request on(Request.Builder request) {
        fixed.forEach(request::header);
        String current = token();
        return current == null
                ? request.build()
                : request.header(TOKEN, current).build();
    }

    /**
     * The value, if it is fit for a header: of visible ASCII characters, at least one.
     *
     * @throws IllegalArgumentException otherwise; its message does not show the value
     */
    public static String requireVisibleAscii(String name, String value) {
        if (requireNonNull(value, name).isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(name + " must be made of visible ASCII characters alone, without spaces"
                    + " or line breaks, and must not be empty");
        }
        return value;
    }

    @Override
    public String toString() {
        return "RequestHeaders" + fixed;
    }
}

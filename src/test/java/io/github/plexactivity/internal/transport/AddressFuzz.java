package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.MonitorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is given as an address, a uuid (the second line) or a token (the third): every request goes to that server
 * and that resource, or nowhere, and no refusal shows what was given.
 */
public final class AddressFuzz {

    private AddressFuzz() {}

    /** Called by the fuzzer, and for every kept input. */
    public static void fuzzerTestOneInput(byte[] input) {
        List<String> lines = List.of((new String(input, UTF_8) + "\n".repeat(3)).split("\n", 4));
        assertHeaderIsSafe(lines.get(2));
        assertOneSegment(InMemory.ADDRESS, lines.get(1));
        ServerAddress server = address(lines.get(0));
        if (server != null) {
            assertOneSegment(server, lines.get(1));
            for (HttpUrl url : List.of(server.activities(), server.eventSource(), server.webSocket())) {
                assertUnder(server, url);
            }
        }
    }

    /** The address, or null if it was refused. */
    private static @Nullable ServerAddress address(String given) {
        try {
            URI uri = new URI(given);
            ServerAddress address = ServerAddress.of(uri);
            assertThat(address.base().scheme()).isEqualToIgnoringCase(uri.getScheme());
            assertThat(address.base().username() + address.base().password()).isEmpty();
            assertThat(address.base().query()).isNull();
            return address;
        } catch (URISyntaxException e) {
            return null;
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("the server's address ").hasSizeLessThan(180);
            return null;
        }
    }

    private static void assertUnder(ServerAddress server, HttpUrl url) {
        assertThat(ServerAddress.sameOrigin(server.base(), url)).isTrue();
        assertThat(HttpUrl.get(url.toString())).isEqualTo(url);
        assertThat(url.uri().getHost()).isNotNull();
        List<String> prefix = server.base().encodedPathSegments();
        int kept = prefix.get(prefix.size() - 1).isEmpty() ? prefix.size() - 1 : prefix.size();
        assertThat(url.encodedPathSegments().subList(0, kept)).isEqualTo(prefix.subList(0, kept));
    }

    private static void assertOneSegment(ServerAddress server, String uuid) {
        HttpUrl list = server.activities();
        try {
            HttpUrl one = server.activity(uuid);
            assertUnder(server, one);
            assertThat(one.encodedPath()).startsWith(list.encodedPath() + "/");
            assertThat(one.pathSize()).isEqualTo(list.pathSize() + 1);
            assertThat(one.pathSegments().get(list.pathSize())).isEqualTo(uuid);
            assertThat(one.query()).isNull();
            assertThat(one.fragment()).isNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("the uuid cannot be a segment of a path");
        }
    }

    private static void assertHeaderIsSafe(String token) {
        RequestHeaders headers = new RequestHeaders("client-1", () -> token);
        boolean safe = token.matches("[!-~]+");
        try {
            Request request = headers.on(new Request.Builder().url(InMemory.ADDRESS.activities()));
            assertThat(safe).isTrue();
            assertThat(request.headers(RequestHeaders.TOKEN)).containsExactly(token);
            assertThat(request.url()).isEqualTo(InMemory.ADDRESS.activities());
        } catch (MonitorException.Refused e) {
            assertThat(safe).isFalse();
            assertThat(e).hasMessage("the token cannot be sent as " + RequestHeaders.TOKEN);
            assertThat(e).cause().message().doesNotContain("\n").hasSizeLessThan(140);
        }
        assertThat(headers.toString()).doesNotContain(RequestHeaders.TOKEN);
    }
}

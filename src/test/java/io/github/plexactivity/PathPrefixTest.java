package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.ConnectionState;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a server with a path before every other. */
@Timeout(60)
class PathPrefixTest {

    @ParameterizedTest
    @ValueSource(strings = {"/plex", "/plex/", "/a/b%20c"})
    void aPathIsKeptBeforeEveryRequest(String path) throws Exception {
        String prefix = path.endsWith("/") ? path : path + "/";
        try (RawServer server = RawServer.start(
                        connection -> connection.send("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
                ActivityMonitor monitor = Quick.monitor(URI.create(server.uri() + path))
                        .backoff(Quick.NEVER, Quick.NEVER)
                        .build()) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            monitor.track("a").cancel();
            Quick.until(() -> server.heads().size() == 4);
            assertThat(Set.copyOf(server.heads().stream()
                            .map(head -> head.lines().findFirst().orElseThrow())
                            .toList()))
                    .containsExactlyInAnyOrder(
                            "GET " + prefix + ":/eventsource/notifications?filters=activity HTTP/1.1",
                            "GET " + prefix + ":/websockets/notifications?filters=activity HTTP/1.1",
                            "GET " + prefix + "activities HTTP/1.1",
                            "DELETE " + prefix + "activities/a HTTP/1.1");
        }
    }
}

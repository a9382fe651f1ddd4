package io.github.plexactivity;

import static io.github.plexactivity.Quick.NEVER;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Rejected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.secrets.Certificates;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a redirect leads out of the origin nothing is sent, and no connection is made. */
@Timeout(60)
class RedirectTest {

    private final RawServer elsewhere = RawServer.start(
            connection -> connection.send("HTTP/1.1 200 OK\r\nX-Plex-Activity: scan-1\r\nContent-Length: 0\r\n\r\n"));

    private RawServer.Script leadingTo(String scheme, String host) {
        return connection -> connection.send("HTTP/1.1 307 There\r\nLocation: " + scheme + "://" + host + ":"
                + elsewhere.port() + "/\r\nContent-Length: 0\r\n\r\n");
    }

    private void isNotFollowed(RawServer server, ActivityMonitor.Builder builder, Transport by) {
        try (elsewhere;
                server;
                ActivityMonitor monitor = builder.token("good")
                        .transports(by)
                        .backoff(NEVER, NEVER)
                        .build()) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            assertThat(monitor.status().lastError()).containsInstanceOf(Rejected.class);
            assertThatThrownBy(() -> join(monitor.track("a").cancel())).hasCauseInstanceOf(Rejected.class);
            assertThat(server.heads()).hasSize(2).allMatch(head -> head.contains("X-Plex-Token: good"));
            assertThat(elsewhere.accepted()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void toAnotherOriginNothingIsSent(Transport by) {
        RawServer server = RawServer.start(leadingTo("http", "127.0.0.1"));
        isNotFollowed(server, Quick.monitor(server.uri()), by);
    }

    @ParameterizedTest
    @EnumSource
    void fromHttpsToHttpNothingIsSent(Transport by) {
        RawServer server =
                RawServer.start(Certificates.good().getServerSocketFactory(), leadingTo("http", Certificates.HOST));
        URI address = URI.create("https://" + Certificates.HOST + ":" + server.port());
        isNotFollowed(
                server, Quick.monitor(address).client(Certificates.client().build()), by);
    }

    /** It is the caller's client that follows; what the interceptor knows does not go along. */
    @Test
    void theInterceptorAddsNothingAndTakesNothingFromElsewhere() throws Exception {
        try (elsewhere;
                RawServer server = RawServer.start(leadingTo("http", "127.0.0.1"));
                ActivityMonitor monitor =
                        Quick.monitor(server.uri()).token("good").build()) {
            OkHttpClient client = new OkHttpClient.Builder()
                    .addInterceptor(monitor.interceptor())
                    .build();
            Request request = new Request.Builder().url(server.uri() + "/").build();
            try (Response answer = client.newCall(request).execute()) {
                assertThat(ActivityInterceptor.handleOf(answer)).isEmpty();
            }
            assertThat(elsewhere.heads()).singleElement().asString().doesNotContain("X-Plex");
        }
    }
}

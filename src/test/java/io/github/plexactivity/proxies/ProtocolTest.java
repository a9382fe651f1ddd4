package io.github.plexactivity.proxies;

import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What proxies offer beyond the server's own way to answer: compression, HTTP/2, another path. */
@Tag("proxies")
@Timeout(60)
class ProtocolTest {

    @ParameterizedTest
    @EnumSource(names = {"NGINX_GZIP", "HAPROXY_GZIP", "CADDY_GZIP"})
    void theListComesCompressedAndEventsComeAsTheyAre(Setup setup) throws Exception {
        Answers<String> encodings =
                new Answers<>(answer -> requireNonNullElse(answer.header("Content-Encoding"), "identity"));
        try (Behind behind = Behind.proxy(setup);
                ActivityMonitor monitor = monitor(behind, encodings)) {
            monitor.listen(behind.listener);
            for (int i = 0; i < 20; i++) {
                behind.server.begin("media.download", "Download " + i);
            }
            join(monitor.start());
            assertThat(monitor.activities()).hasSize(20);
            behind.end(behind.begun());
            assertThat(encodings.byPath)
                    .containsEntry("/activities", "gzip")
                    .containsEntry("/:/eventsource/notifications", "identity");
        }
    }

    @Test
    void eventsThatAreCompressedUnaskedAreLeftForAWebSocket() throws Exception {
        try (Behind behind = Behind.proxy(Setup.CADDY_GZIP_UNASKED, Duration.ofMillis(100));
                ActivityMonitor monitor = behind.monitor().build()) {
            monitor.listen(behind.listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.WEB_SOCKET);
            behind.end(behind.begun());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_TLS", "HAPROXY_TLS", "CADDY_TLS"})
    void whereHttp2IsOfferedEverythingComesByHttp11(Setup setup) throws Exception {
        Answers<Protocol> protocols = new Answers<>(Response::protocol);
        try (Behind behind = Behind.proxy(setup);
                ActivityMonitor monitor = monitor(behind, protocols)) {
            monitor.listen(behind.listener);
            join(monitor.start());
            behind.end(behind.begun());
            assertThat(protocols.byPath)
                    .containsEntry("/activities", Protocol.HTTP_1_1)
                    .containsEntry("/:/eventsource/notifications", Protocol.HTTP_1_1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_RIGHT", "HAPROXY_RIGHT", "CADDY_RIGHT"})
    void noExtensionOfTheWebSocketIsOfferedSoThatNoneComesBack(Setup setup) throws Exception {
        try (Behind behind = Behind.proxy(setup);
                ActivityMonitor monitor =
                        behind.monitor().transports(Transport.WEB_SOCKET).build()) {
            monitor.listen(behind.listener);
            join(monitor.start());
            behind.end(behind.begun());
            Request handshake = behind.server.requests().stream()
                    .filter(request -> request.endpoint() == Endpoint.WEB_SOCKET)
                    .findFirst()
                    .orElseThrow();
            assertThat(handshake.header("Sec-WebSocket-Extensions")).isEmpty();
            assertThat(asked(behind.server, Endpoint.WEB_SOCKET)).isOne();
        }
    }

    private static ActivityMonitor monitor(Behind behind, Interceptor interceptor) {
        OkHttpClient client =
                Certificates.trusting().addNetworkInterceptor(interceptor).build();
        return behind.monitor().client(client).build();
    }

    /** Something about the latest answer on each path. */
    private record Answers<T>(Map<String, T> byPath, Function<Response, T> what) implements Interceptor {
        Answers(Function<Response, T> what) {
            this(new ConcurrentHashMap<>(), what);
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            Response answer = chain.proceed(chain.request());
            byPath.put(answer.request().url().encodedPath(), what.apply(answer));
            return answer;
        }
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Disconnected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.net.URI;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a server: by TLS, and with a path before every other. */
@Timeout(60)
class HttpsTest {

    private static final HeldCertificate LOCALHOST =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    private final RecordingListener listener = new RecordingListener();

    private static FakePlexServer https(HeldCertificate certificate) {
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        return FakePlexServer.builder()
                .https(server.sslSocketFactory())
                .token("good")
                .start();
    }

    private static OkHttpClient trusting(HeldCertificate certificate) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void aTrustedCertificateWorksOverEveryTransport(Transport transport) throws Exception {
        try (FakePlexServer server = https(LOCALHOST);
                ActivityMonitor monitor = Quick.monitor(server)
                        .client(trusting(LOCALHOST))
                        .token("good")
                        .transports(transport)
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            join(monitor.track(job.uuid()).cancel());
            listener.awaitEnd(job.uuid(), SOON);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUntrustedCertificateFailsClosedAndIsTold(Transport transport) {
        try (FakePlexServer server = https(LOCALHOST);
                ActivityMonitor monitor = Quick.monitor(server)
                        .token("good")
                        .transports(transport)
                        .build()) {
            failsClosed(server, monitor, "certificate");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateForAnotherNameFailsClosedAndIsTold(Transport transport) {
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("other.example")
                .build();
        try (FakePlexServer server = https(other);
                ActivityMonitor monitor = Quick.monitor(server)
                        .client(trusting(other))
                        .token("good")
                        .transports(transport)
                        .build()) {
            failsClosed(server, monitor, "host name");
        }
    }

    private static void failsClosed(FakePlexServer server, ActivityMonitor monitor, String told) {
        monitor.start();
        Quick.until(monitor, ConnectionState.WAITING);
        assertThat(server.requests()).isEmpty();
        assertThat(monitor.status().lastError()).get().isInstanceOf(Disconnected.class);
        assertThat(monitor.status().lastError().orElseThrow()).hasMessageContaining(told);
    }

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

package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventSourceTlsTest {

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @Test
    void aTrustedCertificateForTheNameLetsThrough() {
        try (RawServer server = serving(forName("plex.test").build());
                EventSourceTrial trial = trusting()) {
            assertThat(trial.open(named(server)).awaitFrames(1)).containsExactly("|1");
        }
    }

    @Test
    void aCertificateForAnotherNameFailsClosed() {
        assertFails(forName("other.test").build(), trusting(), "not one for this host name");
    }

    @Test
    void anExpiredCertificateFailsClosed() {
        HeldCertificate expired = forName("plex.test")
                .validityInterval(0, Instant.parse("2020-01-01T00:00:00Z").toEpochMilli())
                .build();
        assertFails(expired, trusting(), "TLS failed");
    }

    @Test
    void aCertificateOfNobodyKnownFailsClosed() {
        HeldCertificate selfSigned = new HeldCertificate.Builder()
                .addSubjectAlternativeName("plex.test")
                .build();
        assertFails(selfSigned, trusting(), "not trusted");
    }

    @Test
    void plaintextWhereTlsIsExpectedFailsClosed() {
        try (RawServer server = RawServer.startBeforeHead(connection -> connection.send(RawServer.EVENT_STREAM));
                EventSourceTrial trial = trusting()) {
            assertDisconnected(
                    trial.open(URI.create("https://127.0.0.1:" + server.port())).awaitLost());
        }
    }

    private static void assertFails(HeldCertificate certificate, EventSourceTrial with, String saying) {
        try (RawServer server = serving(certificate);
                EventSourceTrial trial = with) {
            Failure failure = trial.open(named(server)).awaitLost();
            assertDisconnected(failure);
            assertThat(failure.error()).hasMessageContaining(saying);
            assertThat(server.heads()).isEmpty();
        }
    }

    private static void assertDisconnected(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.error()).isInstanceOf(MonitorException.Disconnected.class);
    }

    private static HeldCertificate.Builder forName(String name) {
        return new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName(name);
    }

    private static URI named(RawServer server) {
        return URI.create("https://plex.test:" + server.port());
    }

    private static RawServer serving(HeldCertificate certificate) {
        HandshakeCertificates shown =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        return RawServer.start(shown.sslContext().getServerSocketFactory(), connection -> {
            connection.send(RawServer.EVENT_STREAM + "data: 1\n\n");
            connection.awaitHangUp();
        });
    }

    private static EventSourceTrial trusting() {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        return new EventSourceTrial(
                client -> client.sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                        .dns(host -> List.of(InetAddress.getLoopbackAddress())));
    }
}

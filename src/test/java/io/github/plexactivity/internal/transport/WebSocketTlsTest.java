package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client may say of TLS beyond its trust holds here too: verifier, pins, versions. The rest is in {@code TlsTest}. */
@Timeout(30)
class WebSocketTlsTest {

    private static final String HOST = "plex.home.example";
    private static final HeldCertificate ROOT =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate GOOD = signed(HOST).build();

    @Test
    void aCertificateTheClientTrustsIsEnough() throws Exception {
        BlockingQueue<SSLSocket> sockets = new LinkedBlockingQueue<>();
        try (RawServer server = server(GOOD, connection -> {
                    sockets.add((SSLSocket) connection.socket());
                    accept(connection).send(text("x")).awaitHangUp();
                });
                WebSocketTrial trial = open(trusting(ROOT), server)) {
            assertThat(List.of(trial.next(), trial.next())).containsExactly("opened", "frame x");
            SSLSocket socket = sockets.poll(10, TimeUnit.SECONDS);
            assertThat(socket).isNotNull();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(socket.getApplicationProtocol()).isIn("", "http/1.1");
            List<SNIServerName> names = ((ExtendedSSLSession) socket.getSession()).getRequestedServerNames();
            assertThat(names).containsExactly(new SNIHostName(HOST));
        }
    }

    @Test
    void aVerifierOfTheClientMayRefuseTheRightHost() throws Exception {
        assertRefused(trusting(ROOT).hostnameVerifier((host, session) -> false), GOOD, "not one for this host");
    }

    @Test
    void aPinThatFitsPassesAndAnotherDoesNot() throws Exception {
        OkHttpClient.Builder pinned = trusting(ROOT).certificatePinner(pin(ROOT));
        try (RawServer server = server(GOOD, WebSocketTlsTest::acceptAndWait);
                WebSocketTrial trial = open(pinned, server)) {
            assertThat(trial.next()).isEqualTo("opened");
        }
        assertRefused(trusting(ROOT).certificatePinner(pin(signed(HOST).build())), GOOD, "");
    }

    @Test
    void aPinnedCertificateThatVouchesForNothingHereDoesNotPass() throws Exception {
        HeldCertificate bystander =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        OkHttpClient.Builder pinned = trusting(ROOT).certificatePinner(pin(bystander));
        SSLContext presenting = SSLContext.getInstance("TLS");
        presenting.init(new KeyManager[] {new Presenting(GOOD, bystander.certificate())}, null, null);
        assertRefused(pinned, presenting, "");
    }

    @Test
    void theVersionsTheClientAllowsHold() throws Exception {
        OkHttpClient.Builder old = trusting(ROOT)
                .connectionSpecs(List.of(new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                        .tlsVersions(TlsVersion.TLS_1_2)
                        .build()));
        BlockingQueue<String> versions = new LinkedBlockingQueue<>();
        try (RawServer server = server(GOOD, connection -> {
                    versions.add(((SSLSocket) connection.socket()).getSession().getProtocol());
                    acceptAndWait(connection);
                });
                WebSocketTrial trial = open(old, server)) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(versions.poll(10, TimeUnit.SECONDS)).isEqualTo("TLSv1.2");
        }
    }

    @Test
    void aClientThatAllowsNoPlainConnectionGetsNone() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .build();
        try (RawServer server = RawServer.start(WebSocketTlsTest::acceptAndWait);
                WebSocketTrial trial = WebSocketTrial.open(client, server.uri().toString())) {
            assertThat(trial.lost().error()).isInstanceOf(MonitorException.Disconnected.class);
            assertThat(server.accepted()).isZero();
        }
    }

    private static void acceptAndWait(RawServer.Connection connection) throws IOException {
        accept(connection).awaitHangUp();
    }

    private static void assertRefused(OkHttpClient.Builder client, HeldCertificate certificate, String why)
            throws Exception {
        assertRefused(client, identity(certificate), why);
    }

    private static void assertRefused(OkHttpClient.Builder client, SSLContext identity, String why) throws Exception {
        try (RawServer server = RawServer.start(identity.getServerSocketFactory(), WebSocketTlsTest::acceptAndWait);
                WebSocketTrial trial = open(client, server)) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error())
                    .isInstanceOf(MonitorException.Disconnected.class)
                    .hasMessageContaining(why)
                    .hasCauseInstanceOf(SSLException.class);
            assertThat(server.heads()).isEmpty();
        }
    }

    private static RawServer server(HeldCertificate certificate, RawServer.Script script) {
        return RawServer.start(identity(certificate).getServerSocketFactory(), script);
    }

    private static WebSocketTrial open(OkHttpClient.Builder client, RawServer server) {
        OkHttpClient local =
                client.dns(host -> List.of(InetAddress.getLoopbackAddress())).build();
        return WebSocketTrial.open(local, "https://" + HOST + ":" + server.port());
    }

    private static HeldCertificate.Builder signed(String host) {
        return new HeldCertificate.Builder().signedBy(ROOT).addSubjectAlternativeName(host);
    }

    private static SSLContext identity(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    private static OkHttpClient.Builder trusting(HeldCertificate root) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(root.certificate())
                .build();
        return new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
    }

    private static CertificatePinner pin(HeldCertificate certificate) {
        return new CertificatePinner.Builder()
                .add(HOST, CertificatePinner.pin(certificate.certificate()))
                .build();
    }
}

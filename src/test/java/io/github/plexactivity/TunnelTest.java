package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy on the way to a server with TLS, which tunnels for those it knows. */
@Timeout(60)
class TunnelTest {

    private static final String CREDENTIALS = Credentials.basic("me", "between-us");
    private static final HeldCertificate LOCALHOST =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private static final HandshakeCertificates TLS = new HandshakeCertificates.Builder()
            .heldCertificate(LOCALHOST)
            .addTrustedCertificate(LOCALHOST.certificate())
            .build();

    private final FakePlexServer server =
            FakePlexServer.builder().https(TLS.sslSocketFactory()).start();
    private final RawServer proxy = RawServer.start(this::tunnel);
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stop() {
        server.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyTransportGoesThroughWithTheCredentialsAndTheyAreNotLogged(Transport transport) throws Exception {
        Authenticator known = (route, response) -> response.request()
                .newBuilder()
                .header("Proxy-Authorization", CREDENTIALS)
                .build();
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor = monitor(transport, known)) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            server.faults().restart();
            listener.awaitEnd(job.uuid(), SOON);
            assertThat(proxy.heads()).allMatch(head -> head.startsWith("CONNECT localhost:" + server.port()));
            assertThat(log.text()).doesNotContain("between-us", CREDENTIALS);
            assertThat(listener.ledger().toString()).doesNotContain("between-us", CREDENTIALS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whomTheProxyDoesNotKnowIsToldAndTriesOn(Transport transport) {
        try (ActivityMonitor monitor = monitor(transport, Authenticator.NONE)) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            Quick.until(() -> monitor.status().failures() >= 3);
            assertThat(monitor.status().lastError()).get().asString().contains("the proxy ");
            assertThat(server.requests()).isEmpty();
        }
    }

    private ActivityMonitor monitor(Transport transport, Authenticator authenticator) {
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(TLS.sslSocketFactory(), TLS.trustManager())
                .proxy(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .proxyAuthenticator(authenticator)
                .build();
        return Quick.monitor(server).client(client).transports(transport).build();
    }

    private void tunnel(RawServer.Connection connection) throws IOException {
        while (!connection.header("Proxy-Authorization").equals(CREDENTIALS)) {
            connection.send("HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n");
            if (!connection.readHead()) {
                return;
            }
        }
        try (Socket onward = new Socket("localhost", server.port())) {
            connection.send("HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = new Thread(() -> pass(onward, connection.socket()), "tunnel");
            back.setDaemon(true);
            back.start();
            pass(connection.socket(), onward);
        }
    }

    /** Until either side has enough; both are closed then, as proxies do. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side hung up.
        }
    }
}

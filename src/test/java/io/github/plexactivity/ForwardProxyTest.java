package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
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
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A forward proxy of the user's that wants credentials: requests name the server in full, WebSockets ask to CONNECT. */
@Timeout(60)
class ForwardProxyTest {

    private static final String PASSWORD = "pr0xy-s3cret";
    private static final String CREDENTIALS = Credentials.basic("me", PASSWORD);

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aWholeStoryIsToldThroughIt(Transport transport) throws Exception {
        try (CapturedLog log = new CapturedLog();
                RawServer proxy = RawServer.start(connection -> serve(connection, CREDENTIALS));
                ActivityMonitor monitor = through(proxy, transport)) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            server.end(job.uuid());
            listener.awaitEnd(job.uuid(), SOON);
            listener.verify();
            server.faults().stop();
            until(() -> monitor.status().failures() > 2);
            tellsNoSecret(log, monitor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void credentialsItDoesNotTakeAreToldOfAndNotShown(Transport transport) {
        try (CapturedLog log = new CapturedLog();
                RawServer proxy = RawServer.start(connection -> serve(connection, "others"));
                ActivityMonitor monitor = through(proxy, transport)) {
            monitor.listen(listener);
            monitor.start();
            until(() -> monitor.status().failures() > 2);
            assertThat(monitor.status().lastError()).isPresent();
            assertThat(server.requests()).isEmpty();
            tellsNoSecret(log, monitor);
        }
    }

    private void tellsNoSecret(CapturedLog log, ActivityMonitor monitor) {
        String error =
                monitor.status().lastError().map(Throwables::getStackTrace).orElse("");
        assertThat(log.text() + error + listener.connections())
                .isNotEmpty()
                .doesNotContain(PASSWORD)
                .doesNotContain(CREDENTIALS.substring("Basic ".length()));
        assertThat(server.requests())
                .allMatch(request -> request.header("Proxy-Authorization").isEmpty());
    }

    private ActivityMonitor through(RawServer proxy, Transport transport) {
        Authenticator authenticator = (route, response) -> response.request().header("Proxy-Authorization") != null
                ? null
                : response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", CREDENTIALS)
                        .build();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
        return Quick.monitor(server)
                .client(new OkHttpClient.Builder()
                        .proxy(new Proxy(Proxy.Type.HTTP, address))
                        .proxyAuthenticator(authenticator)
                        .build())
                .transports(transport)
                .build();
    }

    private void serve(RawServer.Connection client, String credentials) throws IOException {
        if (!client.header("Proxy-Authorization").equals(credentials)) {
            client.send("HTTP/1.0 407 Who?\r\nProxy-Authenticate: Basic realm=x\r\n\r\n");
            return;
        }
        try (Socket target = new Socket("localhost", server.port())) {
            if (client.head().startsWith("CONNECT ")) {
                client.send("HTTP/1.1 200 OK\r\n\r\n");
            } else {
                String head = client.head()
                        .replaceFirst(" http://[^/]+", " ")
                        .replaceFirst("\r\nProxy-Authorization: [^\r]*", "\r\nConnection: close");
                target.getOutputStream().write((head + "\r\n\r\n").getBytes(ISO_8859_1));
            }
            Thread back = new Thread(() -> pass(target, client.socket()), "forward-proxy");
            back.start();
            pass(client.socket(), target);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side hung up.
        }
    }
}

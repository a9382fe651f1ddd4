package cookbook;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.swing.SwingUtilities;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectingTest {

    private static final String NAME = "192-168-1-5.00112233445566778899aabbccddeeff.plex.direct";

    @Test
    void aNameThatNobodyResolvesIsLookedUpByTheRecipe() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Connecting.plexDirect(
                                URI.create("http://" + NAME + ":" + server.port()),
                                NAME,
                                InetAddress.getLoopbackAddress())
                        .build()) {
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.EVENT_SOURCE);
        }
    }

    @Test
    void anAuthorityOfOnesOwnIsTrusted() throws Exception {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(held).build();
        byte[] pem = authority.certificatePem().getBytes(StandardCharsets.US_ASCII);
        try (FakePlexServer server = FakePlexServer.builder()
                        .https(certificates.sslSocketFactory())
                        .start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri())
                        .client(Connecting.trust(new ByteArrayInputStream(pem)))
                        .build()) {
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.EVENT_SOURCE);
        }
    }

    @Test
    void aTokenThatChangedIsReadAgain(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("token"), "first\n");
        try (FakePlexServer server = FakePlexServer.builder().token("first").start();
                ActivityMonitor monitor = Connecting.token(server.uri(), secret)
                        .backoff(Duration.ofMillis(50), Duration.ofMillis(200))
                        .build()) {
            join(monitor.start());
            Files.writeString(secret, "second\n");
            server.faults().acceptOnly("second");
            server.faults().drop(Cut.FIN);
            until(() -> Quick.openStreams(server) > 0);
        }
    }

    @Test
    void callbacksRunWhereTheCallerWants() throws Exception {
        ExecutorService mine = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor =
                        Connecting.threads(server.uri(), Thread::new, mine).build()) {
            assertThat(join(whereItIsTold(monitor, server))).isEqualTo("mine");
        } finally {
            mine.shutdown();
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void bothKindsOfThreadsMayBeVirtual() throws Exception {
        Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
        ThreadFactory readers = (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(ofVirtual);
        ExecutorService callbacks = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor =
                        Connecting.threads(server.uri(), readers, callbacks).build()) {
            assertThat(join(whereItIsTold(monitor, server))).isEmpty();
            assertThat(monitor.status().transport()).contains(Transport.EVENT_SOURCE);
        } finally {
            callbacks.shutdown();
        }
    }

    @Test
    void aWindowIsToldOnItsOwnThread() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Connecting.window(server.uri()).build()) {
            assertThat(join(whereItIsTold(monitor, server))).isEqualTo("the event dispatch thread");
        }
    }

    private static CompletableFuture<String> whereItIsTold(ActivityMonitor monitor, FakePlexServer server)
            throws Exception {
        CompletableFuture<String> where = new CompletableFuture<>();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                boolean isWindow = SwingUtilities.isEventDispatchThread();
                where.complete(
                        isWindow
                                ? "the event dispatch thread"
                                : Thread.currentThread().getName());
            }
        });
        join(monitor.start());
        server.begin("media.download", "Downloading");
        return where;
    }

    @Test
    void theProbeIsReadyWhileTheServerIsThere() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server).build()) {
            HttpServer probe = Connecting.probe(monitor, 0);
            try {
                assertThat(ready(probe)).isEqualTo(503);
                join(monitor.start());
                assertThat(ready(probe)).isEqualTo(200);
                server.faults().stop();
                until(() -> ready(probe) == 503);
            } finally {
                probe.stop(0);
            }
        }
    }

    private static int ready(HttpServer probe) throws Exception {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + probe.getAddress().getPort() + "/ready")
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }
}

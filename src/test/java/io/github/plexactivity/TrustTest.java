package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.secrets.Certificates;
import io.github.plexactivity.secrets.RotatingIdentity;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the caller's client trusts, every transport trusts, at every connection anew. */
@Timeout(60)
class TrustTest {

    private final RotatingIdentity identity = new RotatingIdentity(Certificates.good());
    private final FakePlexServer server =
            FakePlexServer.builder().https(identity).token("good").start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private ActivityMonitor.Builder monitor(Transport by, OkHttpClient client) {
        return Quick.monitor(URI.create("https://" + Certificates.HOST + ":" + server.port()))
                .client(client)
                .token("good")
                .transports(by);
    }

    private void isFollowed(ActivityMonitor monitor) throws Exception {
        Activity job = server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        join(monitor.track(job.uuid()).cancel());
        listener.awaitEnd(job.uuid(), SOON);
    }

    @ParameterizedTest
    @EnumSource
    void aWildcardCertificateOfTheVendorsKindWorks(Transport by) throws Exception {
        try (ActivityMonitor monitor =
                monitor(by, Certificates.client().build()).build()) {
            monitor.listen(listener);
            join(monitor.start());
            isFollowed(monitor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTrustManagerAndAVerifierOfTheCallersAreAskedAndObeyed(Transport by) throws Exception {
        identity.show(Certificates.selfSigned());
        TrustsAll trust = new TrustsAll();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        Set<String> verified = ConcurrentHashMap.newKeySet();
        OkHttpClient client = Certificates.client()
                .sslSocketFactory(context.getSocketFactory(), trust)
                .hostnameVerifier((host, session) -> verified.add(host) || verified.contains(host))
                .build();
        try (ActivityMonitor monitor = monitor(by, client).build()) {
            monitor.listen(listener);
            join(monitor.start());
            isFollowed(monitor);
            assertThat(verified).containsExactly(Certificates.HOST);
            assertThat(trust.asked()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateChangedInMidLifeIsVerifiedAnew(Transport by) throws Exception {
        try (ActivityMonitor monitor = monitor(by, Certificates.client().build())
                .backoff(Duration.ofMillis(50), Duration.ofMillis(50))
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            isFollowed(monitor);

            identity.show(Certificates.good());
            server.faults().restart();
            isFollowed(monitor);

            identity.show(Certificates.expired());
            int before = server.requests().size();
            server.faults().restart();
            Quick.until(() -> monitor.status().failures() > 2);
            assertThat(monitor.status().state()).isNotEqualTo(ConnectionState.CONNECTED);
            assertThat(monitor.status().lastError().orElseThrow()).hasMessageContaining("has expired");
            assertThat(server.requests()).hasSize(before);

            identity.show(Certificates.good());
            Quick.untilConnected(monitor, by);
            isFollowed(monitor);
            listener.verify();
        }
    }
}

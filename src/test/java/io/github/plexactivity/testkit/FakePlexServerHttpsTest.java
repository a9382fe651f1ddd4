package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakePlexServerHttpsTest {
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private final HandshakeCertificates ours = new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .sslSocketFactory(ours.sslSocketFactory(), ours.trustManager())
            .build();
    private final FakePlexServer server =
            FakePlexServer.builder().https(ours.sslSocketFactory()).start();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void bothStreamsWorkAndAreCutUnderTls(Cut how) throws Exception {
        assertThat(server.uri().getScheme()).isEqualTo("https");
        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "");
                WebSocketReader texts = new WebSocketReader(client, server.uri(), "")) {
            assertThat(texts.next()).isEqualTo("open 101");
            Activity job = server.begin("butler", "Tidying");
            assertThat(events.next()).contains(job.uuid());
            assertThat(texts.next()).contains(job.uuid());

            server.faults().drop(how);
            assertThatThrownBy(events::next).isInstanceOf(IOException.class);
            assertThat(texts.next()).startsWith(how == Cut.GOODBYE ? "closing 1001" : "failed");
        }
    }

    @Test
    void aClientThatDoesNotTrustTheCertificateStaysOutside() throws Exception {
        try (WebSocketReader texts = new WebSocketReader(new OkHttpClient(), server.uri(), "")) {
            assertThat(texts.next()).startsWith("failed");
        }
        assertThat(server.requests()).isEmpty();
    }
}

package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpFailuresTest {

    @Test
    void aRequestIsDescribedWithoutItsQuery() {
        assertThat(HttpFailures.describe("GET", HttpUrl.get("http://u:p@plex:32400/activities?X-Plex-Token=s3cret#s")))
                .isEqualTo("GET http://plex:32400/activities");
    }

    static Stream<IOException> exceptions() {
        return Stream.of(
                new UnknownHostException("x"),
                new ConnectException("x"),
                new SocketTimeoutException("x"),
                new SSLPeerUnverifiedException("x"),
                new SSLHandshakeException("x"),
                new SSLException("x"),
                new UnknownServiceException("x"),
                new SSLException(new CertificateException("x")),
                new SSLException(new CertificateException(new CertPathBuilderException("x"))),
                new SSLException(new CertPathValidatorException("x")),
                new SSLException(new CertPathValidatorException(new CertificateExpiredException("x"))),
                new SSLException(new CertPathValidatorException(new CertificateNotYetValidException("x"))),
                new SSLException(new EOFException("x")),
                new EOFException("x"),
                new SocketException("x"),
                new IOException("x"));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void aBrokenConnectionMayWorkNextTime(IOException thrown) {
        Failure failure = HttpFailures.of("GET http://plex/", thrown);
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.error())
                .isInstanceOf(MonitorException.Disconnected.class)
                .hasMessageStartingWith("GET http://plex/: ")
                .hasCause(thrown);
    }

    @Test
    void eachKindOfBreakHasItsOwnSentence() {
        List<String> sentences = exceptions()
                .map(thrown ->
                        HttpFailures.of("GET http://plex/", thrown).error().getMessage())
                .toList();
        assertThat(sentences).doesNotHaveDuplicates();
    }

    @Test
    void whatQuotesTheServerIsNotPassedOn() {
        Failure failure = HttpFailures.of("GET http://plex/", new ProtocolException("Unexpected status line: s3cret"));
        assertThat(failure.error())
                .hasNoCause()
                .hasMessageContaining("not HTTP")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aTokenThatCannotBeSentCountsAsRefused() {
        MonitorException refused = new MonitorException.Refused("no token", 0, null);
        assertThat(HttpFailures.of("GET http://plex/", refused)).isEqualTo(Failure.of(Kind.UNAUTHORIZED, refused));
    }

    @Test
    void whatIsNotOfTheProtocolIsRejected() {
        MonitorException malformed = new MonitorException.Malformed("no list", null);
        assertThat(HttpFailures.of("GET http://plex/", malformed)).isEqualTo(Failure.of(Kind.REJECTED, malformed));
    }

    @Test
    void aFaultOfOurOwnIsAFailureToo() {
        IllegalStateException thrown = new IllegalStateException("x");
        Failure failure = HttpFailures.of("GET http://plex/", thrown);
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.error()).hasCause(thrown);
    }

    @Test
    void aDateToRetryAtIsReadByTheServersClock() {
        Response response = answer("Mon, 02 Nov 2026 12:00:00 GMT", "Mon, 02 Nov 2026 12:00:30 GMT");
        Failure failure = HttpFailures.ofStatus("GET http://plex/", response).failure();
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
    }

    private static Response answer(String date, String retryAfter) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://plex/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("")
                .header("Date", date)
                .header("Retry-After", retryAfter)
                .build();
    }
}

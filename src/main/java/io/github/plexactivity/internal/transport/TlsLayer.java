package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.UnknownServiceException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;

/** TLS over a connected socket, by everything a client says of it: trust, versions, host name verifier, pins. */
final class TlsLayer {

    private final OkHttpClient client;
    private final HttpUrl url;

    TlsLayer(OkHttpClient client, HttpUrl url) {
        this.client = client;
        this.url = url;
    }

    /**
     * Shakes hands and checks whose certificate that is.
     *
     * @throws IOException if anything about it is not as the client wants it
     */
    SSLSocket over(Socket connected) throws IOException {
        SSLSocket socket = (SSLSocket) client.sslSocketFactory().createSocket(connected, url.host(), url.port(), true);
        restrict(socket);
        socket.startHandshake();
        verify(socket);
        return socket;
    }

    private void restrict(SSLSocket socket) throws UnknownServiceException {
        ConnectionSpec spec = client.connectionSpecs().stream()
                .filter(each -> each.isTls() && each.isCompatible(socket))
                .findFirst()
                .orElseThrow(() -> new UnknownServiceException("no TLS version and cipher suite the client allows"));
        List<TlsVersion> versions = spec.tlsVersions();
        if (versions != null) {
            socket.setEnabledProtocols(
                    common(socket.getEnabledProtocols(), versions.stream().map(TlsVersion::javaName)));
        }
        List<CipherSuite> suites = spec.cipherSuites();
        if (suites != null) {
            socket.setEnabledCipherSuites(
                    common(socket.getEnabledCipherSuites(), suites.stream().map(CipherSuite::javaName)));
        }
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
    }

    private static String[] common(String[] enabled, Stream<String> allowed) {
        List<String> names = allowed.toList();
        return Arrays.stream(enabled).filter(names::contains).toArray(String[]::new);
    }

    private void verify(SSLSocket socket) throws IOException {
        Certificate[] chain = socket.getSession().getPeerCertificates();
        if (!client.hostnameVerifier().verify(url.host(), socket.getSession())) {
            String subject = chain[0] instanceof X509Certificate own
                    ? own.getSubjectX500Principal().getName()
                    : "unknown";
            throw new SSLPeerUnverifiedException(
                    "the certificate is not one for " + url.host() + "; its subject is " + subject);
        }
        // The client's pinner knows its trust: pins count in the verified chain alone, not in all that was sent.
        client.certificatePinner().check(url.host(), List.of(chain));
    }
}

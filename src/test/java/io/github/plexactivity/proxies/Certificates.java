package io.github.plexactivity.proxies;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** What proxies that end TLS show. */
final class Certificates {

    /** Who they are for. With a dot: for a name without one the JDK sends no SNI, and Caddy finds no certificate. */
    static final String HOST = "plex.example";

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate SERVER = new HeldCertificate.Builder()
            .addSubjectAlternativeName(HOST)
            .signedBy(AUTHORITY)
            .build();

    private Certificates() {}

    /** Writes them in the forms that proxies read. */
    static void write(Path directory) throws IOException {
        String certificate = SERVER.certificatePem();
        String key = SERVER.privateKeyPkcs8Pem();
        Files.writeString(directory.resolve("certificate.pem"), certificate);
        Files.writeString(directory.resolve("key.pem"), key);
        Files.writeString(directory.resolve("certificate-and-key.pem"), certificate + key);
    }

    /** A client that trusts them, and finds every name here. */
    static OkHttpClient.Builder trusting() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .dns(name -> List.of(InetAddress.getLoopbackAddress()));
    }
}

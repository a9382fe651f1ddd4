package io.github.plexactivity.secrets;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates, good and bad, of servers that call themselves {@link #HOST}, and a client that trusts their root. */
public final class Certificates {

    /** The kind of name that servers get of their vendor. */
    public static final String HOST = "127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct";

    private static final String WILDCARD = "*.0123456789abcdef0123456789abcdef.plex.direct";
    private static final HeldCertificate ROOT =
            new HeldCertificate.Builder().certificateAuthority(1).build();
    private static final HeldCertificate BETWEEN =
            new HeldCertificate.Builder().certificateAuthority(0).signedBy(ROOT).build();

    private Certificates() {}

    /** One that lacks nothing, sent with the one in between. */
    public static SSLContext good() {
        return presenting(named(WILDCARD).build(), BETWEEN.certificate());
    }

    public static SSLContext selfSigned() {
        return presenting(
                new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build());
    }

    public static SSLContext ofAnUnknownAuthority() {
        HeldCertificate unknown =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        return presenting(new HeldCertificate.Builder()
                .addSubjectAlternativeName(HOST)
                .signedBy(unknown)
                .build());
    }

    public static SSLContext withoutTheOneInBetween() {
        return presenting(named(HOST).build());
    }

    public static SSLContext expired() {
        long now = System.currentTimeMillis();
        return presenting(
                named(HOST)
                        .validityInterval(now - TimeUnit.DAYS.toMillis(400), now - TimeUnit.DAYS.toMillis(1))
                        .build(),
                BETWEEN.certificate());
    }

    public static SSLContext notYetValid() {
        long now = System.currentTimeMillis();
        return presenting(
                named(HOST)
                        .validityInterval(now + TimeUnit.DAYS.toMillis(1), now + TimeUnit.DAYS.toMillis(400))
                        .build(),
                BETWEEN.certificate());
    }

    /** For a name one label longer than the wildcard reaches. */
    public static SSLContext forAnotherHost() {
        return presenting(named("*.plex.direct").build(), BETWEEN.certificate());
    }

    /** A client that trusts the root, and finds every name on this machine. */
    public static OkHttpClient.Builder client() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(ROOT.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .dns(host -> List.of(InetAddress.getLoopbackAddress()));
    }

    private static HeldCertificate.Builder named(String host) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(BETWEEN);
    }

    private static SSLContext presenting(HeldCertificate own, X509Certificate... between) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(own, between)
                .build()
                .sslContext();
    }
}

package io.github.plexactivity.internal.transport;

import java.io.EOFException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why TLS failed, in words that say what to do. The exceptions above hide it in their causes. */
final class TlsFailures {

    private static final int MOST_CAUSES = 20;

    /** The first that fits any of the causes is said: the narrow come before the wide. */
    private static final List<Sentence> SENTENCES = List.of(
            new Sentence(
                    CertificateExpiredException.class,
                    "the server's certificate has expired: it has to be renewed there, unless the clock here is wrong"),
            new Sentence(
                    CertificateNotYetValidException.class,
                    "the server's certificate is not valid yet: compare the clocks here and there"),
            new Sentence(
                    SSLPeerUnverifiedException.class,
                    "the server's certificate is not one for this host name, or not one that is pinned: use a name that"
                            + " it holds, or give the OkHttpClient a verifier that takes it"),
            new Sentence(
                    CertPathBuilderException.class,
                    "the server's certificate is not trusted: it vouches for itself, or nobody known here does, or the"
                            + " server leaves out the certificates in between; give the OkHttpClient a trust manager"
                            + " that knows its issuer, or have the server send the whole chain"),
            new Sentence(CertPathValidatorException.class, "the server's certificate is not valid"),
            new Sentence(
                    CertificateException.class,
                    "the server's certificate is refused by the trust manager of the OkHttpClient"),
            new Sentence(
                    EOFException.class,
                    "the connection was closed in the middle of the TLS handshake: does the server speak TLS there?"),
            new Sentence(
                    SSLHandshakeException.class,
                    "TLS could not be agreed upon: the server speaks only versions or ciphers that are not safe any"
                            + " more, or wants a certificate of this client"),
            new Sentence(
                    SSLException.class,
                    "TLS failed: what answers there may not speak it; an address without it begins with http://"));

    private TlsFailures() {}

    /** What to tell of it. */
    static String sentence(SSLException thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = thrown; each != null && causes.size() < MOST_CAUSES; each = each.getCause()) {
            causes.add(each);
        }
        return Sentence.first(SENTENCES, causes);
    }
}

package io.github.plexactivity.internal.transport;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedKeyManager;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A server's identity, followed by a certificate that has nothing to do with it. */
final class Presenting extends X509ExtendedKeyManager {
    private final HeldCertificate own;
    private final X509Certificate bystander;

    Presenting(HeldCertificate own, X509Certificate bystander) {
        this.own = own;
        this.bystander = bystander;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {own.certificate(), bystander};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return own.keyPair().getPrivate();
    }

    @Override
    public String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return "own";
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {"own"};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}

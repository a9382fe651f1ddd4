package cookbook;

import com.sun.net.httpserver.HttpServer;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ConnectionState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.swing.SwingUtilities;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** Recipes for how a monitor connects, and where it runs what; {@link ConnectingTest} runs them. */
final class Connecting {

    private Connecting() {}

    static ActivityMonitor.Builder plexDirect(URI server, String name, InetAddress address) {
        // snippet: plexDirect
        Dns dns = host -> host.equals(name) ? List.of(address) : Dns.SYSTEM.lookup(host);
        OkHttpClient client = new OkHttpClient.Builder().dns(dns).build();
        return ActivityMonitor.builder(server).client(client);
        // end
    }

    static OkHttpClient trust(InputStream authority) throws GeneralSecurityException, IOException {
        // snippet: trust
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "home", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                .build();
        // end
    }

    static ActivityMonitor.Builder token(URI server, Path secret) {
        // snippet: token
        Supplier<String> token = () -> {
            try {
                return Files.readString(secret).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return ActivityMonitor.builder(server).token(token);
        // end
    }

    static ActivityMonitor.Builder threads(URI server, ThreadFactory readers, Executor callbacks) {
        // snippet: threads
        return ActivityMonitor.builder(server).threadFactory(readers).callbackExecutor(callbacks);
        // end
    }

    static ActivityMonitor.Builder window(URI server) {
        // snippet: window
        return ActivityMonitor.builder(server).callbackExecutor(SwingUtilities::invokeLater);
        // end
    }

    static HttpServer probe(ActivityMonitor monitor, int port) throws IOException {
        // snippet: probe
        HttpServer probe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        probe.createContext("/ready", exchange -> {
            boolean isReady = monitor.status().state() == ConnectionState.CONNECTED;
            exchange.sendResponseHeaders(isReady ? 200 : 503, -1);
            exchange.close();
        });
        probe.start();
        return probe;
        // end
    }
}

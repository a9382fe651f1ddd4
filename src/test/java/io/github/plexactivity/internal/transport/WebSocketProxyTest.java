package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way to a server is the client's: its DNS, its sockets, its proxies and what they ask for. */
@Timeout(30)
class WebSocketProxyTest {

    @Test
    void aSecondAddressIsTriedInTimeWhereTheFirstIsDead() throws Exception {
        InetAddress dead = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        OkHttpClient client = new OkHttpClient.Builder()
                .dns(host -> List.of(dead, InetAddress.getLoopbackAddress()))
                .build();
        try (RawServer server = RawServer.start(connection -> accept(connection).awaitHangUp());
                DeafServer deaf = new DeafServer(dead, server.port());
                WebSocketTrial trial = WebSocketTrial.open(client, "http://plex:" + deaf.port())) {
            assertThat(trial.next()).isEqualTo("opened");
        }
    }

    @Test
    void aNameWithoutAddressIsToldAsOne() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder().dns(host -> List.of()).build();
        try (WebSocketTrial trial = WebSocketTrial.open(client, "http://nowhere.example")) {
            assertThat(trial.lost().error()).hasMessageContaining("host name is not known");
        }
    }

    @Test
    void anHttpProxyIsAskedToConnectAndTheRestGoesThrough() throws Exception {
        try (RawServer proxy = RawServer.start(connection -> {
                    connection.send("HTTP/1.1 200 Connection established\r\n\r\n");
                    connection.readHead();
                    accept(connection).awaitHangUp();
                });
                WebSocketTrial trial =
                        WebSocketTrial.open(through(httpProxy(proxy)).build(), "http://plex.example/")) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(proxy.heads()).hasSize(2);
            assertThat(proxy.heads().get(0))
                    .startsWith("CONNECT plex.example:80 HTTP/1.1\r\n")
                    .contains("Host: plex.example:80")
                    .doesNotContain("X-Plex");
            assertThat(proxy.heads().get(1)).startsWith("GET /:/websockets").contains("Host: plex.example\r\n");
        }
    }

    @Test
    void aProxyThatWantsCredentialsIsGivenThoseOfTheClient() throws Exception {
        String credentials = Credentials.basic("me", "secret");
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                        ? null
                        : response.request()
                                .newBuilder()
                                .header("Proxy-Authorization", credentials)
                                .build());
        try (RawServer proxy = RawServer.start(connection -> {
                    if (!connection.header("Proxy-Authorization").equals(credentials)) {
                        connection.send("HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=x\r\n\r\n");
                        return;
                    }
                    connection.send("HTTP/1.1 200 OK\r\n\r\n");
                    connection.readHead();
                    accept(connection).awaitHangUp();
                });
                WebSocketTrial trial =
                        WebSocketTrial.open(client.proxy(httpProxy(proxy)).build(), "http://[::1]:32400")) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(proxy.heads().get(0)).startsWith("CONNECT [::1]:32400 HTTP/1.1\r\n");
            assertThat(proxy.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aProxyThatRefusesIsToldWithItsStatusAndIsNotTheServersRefusal() throws Exception {
        try (RawServer proxy = RawServer.start(connection -> connection.send("HTTP/1.1 407 Who?\r\n\r\n"));
                WebSocketTrial trial =
                        WebSocketTrial.open(through(httpProxy(proxy)).build(), "http://plex.example/")) {
            Failure failure = trial.lost();
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error()).hasMessageContaining("answered CONNECT plex.example:80 with 407");
        }
    }

    @Test
    void aProxyThatNeverTakesTheCredentialsIsGivenUp() throws Exception {
        OkHttpClient.Builder client =
                new OkHttpClient.Builder().proxyAuthenticator((route, response) -> response.request());
        try (RawServer proxy = RawServer.start(connection -> connection.send("HTTP/1.1 407 Who?\r\n\r\n"));
                WebSocketTrial trial =
                        WebSocketTrial.open(client.proxy(httpProxy(proxy)).build(), "http://plex.example/")) {
            assertThat(trial.lost().error()).hasMessageContaining("none of the credentials");
            assertThat(proxy.accepted()).isEqualTo(3);
        }
    }

    @Test
    void aSocksProxyIsGivenTheNameToLookUp() throws Exception {
        OkHttpClient.Builder client = new OkHttpClient.Builder().dns(host -> {
            throw new AssertionError("looked up here: " + host);
        });
        try (RawServer proxy = RawServer.startBeforeHead(connection -> {
                    assertThat(socks5Target(connection)).isEqualTo("plex.example:32400");
                    connection.readHead();
                    accept(connection).awaitHangUp();
                });
                WebSocketTrial trial = WebSocketTrial.open(
                        client.proxy(new Proxy(Proxy.Type.SOCKS, address(proxy)))
                                .build(),
                        "http://plex.example:32400")) {
            assertThat(trial.next()).isEqualTo("opened");
        }
    }

    @Test
    void theProxySelectorOfTheClientIsAskedAndEveryProxyTried() throws Exception {
        RawServer gone = RawServer.start(connection -> {});
        gone.close();
        try (RawServer proxy = RawServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            connection.readHead();
            accept(connection).awaitHangUp();
        })) {
            Chosen chosen = new Chosen(List.of(httpProxy(gone), httpProxy(proxy)));
            OkHttpClient client =
                    new OkHttpClient.Builder().proxySelector(chosen).build();
            WebSocketTrial trial = WebSocketTrial.open(client, "http://plex.example/");
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(chosen.failed).containsExactly(address(gone));
            trial.stream().close();
        }
    }

    @Test
    void socketsComeFromTheFactoryOfTheClient() throws Exception {
        CountingFactory sockets = new CountingFactory();
        OkHttpClient client = new OkHttpClient.Builder().socketFactory(sockets).build();
        try (RawServer server = RawServer.start(connection -> accept(connection).awaitHangUp());
                WebSocketTrial trial = WebSocketTrial.open(client, server.uri().toString())) {
            assertThat(trial.next()).isEqualTo("opened");
            assertThat(sockets.made.get()).isEqualTo(1);
        }
    }

    private static OkHttpClient.Builder through(Proxy proxy) {
        return new OkHttpClient.Builder().proxy(proxy);
    }

    private static Proxy httpProxy(RawServer proxy) {
        return new Proxy(Proxy.Type.HTTP, address(proxy));
    }

    private static InetSocketAddress address(RawServer server) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    /** Speaks SOCKS 5 (RFC 1928) without authentication, up to the answer, and tells where to it should connect. */
    private static String socks5Target(RawServer.Connection connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.socket().getInputStream());
        in.readByte();
        in.readNBytes(in.readUnsignedByte());
        connection.send(new byte[] {5, 0});
        byte[] request = in.readNBytes(4);
        assertThat(request).containsExactly(5, 1, 0, 3);
        String host = new String(in.readNBytes(in.readUnsignedByte()), US_ASCII);
        int port = in.readUnsignedShort();
        connection.send(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return host + ":" + port;
    }

    private static final class Chosen extends ProxySelector {
        private final List<Proxy> proxies;
        private final List<SocketAddress> failed = new CopyOnWriteArrayList<>();

        private Chosen(List<Proxy> proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI uri) {
            assertThat(uri.getHost()).isEqualTo("plex.example");
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            failed.add(address);
        }
    }

    private static final class CountingFactory extends SocketFactory {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public Socket createSocket() {
            made.incrementAndGet();
            return new Socket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}

package io.github.plexactivity.internal.transport;

import static java.lang.Math.max;
import static java.lang.Math.min;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Address;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Route;

/**
 * Opens a socket to a server the way an {@link OkHttpClient} does: by its DNS, proxies, socket factory and TLS. The ways
 * there (proxies, and the addresses of each) are tried in turn; each gets an equal share of the time to connect, so that
 * a dead first address leaves some to the second.
 */
final class Dialer {

    /** How often a proxy is asked with other credentials. */
    private static final int MOST_PROXY_QUESTIONS = 3;

    private final OkHttpClient client;
    private final HttpUrl url;
    private final Duration connectTimeout;
    private final Cutoff cutoff;

    /**
     * A dialer for one attempt.
     *
     * @param url where to; http or https
     * @param connectTimeout for all TCP connects together; what follows them is for the caller to limit, by cutting
     * @param cutoff given every socket before it connects
     */
    Dialer(OkHttpClient client, HttpUrl url, Duration connectTimeout, Cutoff cutoff) {
        this.client = client;
        this.url = url;
        this.connectTimeout = connectTimeout;
        this.cutoff = cutoff;
    }

    /**
     * Connects, through a proxy where one is due, and with TLS where the address asks for it.
     *
     * @throws IOException if no way there works, with those tried first suppressed in it, or the other side is not who
     *     it should be
     */
    Socket dial() throws IOException {
        if (!url.isHttps() && client.connectionSpecs().stream().allMatch(spec -> spec.isTls())) {
            throw new UnknownServiceException("the client does not allow connections without TLS");
        }
        Socket connected = connectedOverAny(routes());
        return url.isHttps() ? new TlsLayer(client, url).over(connected) : connected;
    }

    private Socket connectedOverAny(List<Route> routes) throws IOException {
        int share = (int) min(max(1, connectTimeout.toMillis() / max(1, routes.size())), Integer.MAX_VALUE);
        List<IOException> failures = new ArrayList<>();
        for (Route route : routes) {
            try {
                return connected(route, share);
            } catch (IOException e) {
                failures.add(e);
                tellSelector(route.proxy(), e);
            }
        }
        IOException last = failures.isEmpty()
                ? new UnknownHostException("no address for " + url.host())
                : failures.remove(failures.size() - 1);
        failures.forEach(last::addSuppressed);
        throw last;
    }

    private void tellSelector(Proxy proxy, IOException e) {
        if (client.proxy() == null && proxy.type() != Proxy.Type.DIRECT) {
            client.proxySelector().connectFailed(url.uri(), proxy.address(), e);
        }
    }

    private Socket connected(Route route, int timeoutMillis) throws IOException {
        if (route.proxy().type() != Proxy.Type.HTTP) {
            return connectedTo(route, timeoutMillis);
        }
        ProxyTunnel tunnel = new ProxyTunnel(url, route, client.proxyAuthenticator());
        for (int i = 0; i < MOST_PROXY_QUESTIONS; i++) {
            Socket toProxy = connectedTo(route, timeoutMillis);
            if (tunnel.isOpenedThrough(toProxy)) {
                return toProxy;
            }
            toProxy.close();
        }
        throw tunnel.refused("takes none of the credentials offered");
    }

    private Socket connectedTo(Route route, int timeoutMillis) throws IOException {
        Socket socket = route.proxy().type() == Proxy.Type.SOCKS
                ? new Socket(route.proxy())
                : client.socketFactory().createSocket();
        try {
            socket.setTcpNoDelay(true);
            // Only now: that option made the descriptor. JDK 17 forgets to close one that is made while its socket
            // is closed by another thread.
            cutoff.watch(socket);
            socket.connect(route.socketAddress(), timeoutMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private List<Route> routes() throws IOException {
        List<Route> routes = new ArrayList<>();
        for (Proxy proxy : proxies()) {
            for (InetSocketAddress target : addressesThrough(proxy)) {
                routes.add(new Route(address(), proxy, target));
            }
        }
        return routes;
    }

    private List<Proxy> proxies() {
        if (client.proxy() != null) {
            return List.of(client.proxy());
        }
        // A name that java.net.URI cannot hold leaves it without a host, and selectors do not bear that.
        List<Proxy> selected =
                url.uri().getHost() == null ? List.of() : client.proxySelector().select(url.uri());
        return selected == null || selected.isEmpty() ? List.of(Proxy.NO_PROXY) : selected;
    }

    private List<InetSocketAddress> addressesThrough(Proxy proxy) throws IOException {
        if (proxy.type() == Proxy.Type.SOCKS) {
            return List.of(InetSocketAddress.createUnresolved(url.host(), url.port()));
        }
        String host = url.host();
        int port = url.port();
        if (proxy.address() instanceof InetSocketAddress via) {
            host = via.getHostString();
            port = via.getPort();
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetAddress each : client.dns().lookup(host)) {
            addresses.add(new InetSocketAddress(each, port));
        }
        return addresses;
    }

    /** What a proxy's authenticator may want to know. */
    private Address address() {
        return new Address(
                url.host(),
                url.port(),
                client.dns(),
                client.socketFactory(),
                url.isHttps() ? client.sslSocketFactory() : null,
                client.hostnameVerifier(),
                client.certificatePinner(),
                client.proxyAuthenticator(),
                client.proxy(),
                client.protocols(),
                client.connectionSpecs(),
                client.proxySelector());
    }
}

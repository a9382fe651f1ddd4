package io.github.plexactivity.testkit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** How a {@link FakePlexServer} is made. Nothing is required. */
public final class FakePlexServerBuilder {
    private int port;
    private @Nullable String token;
    private @Nullable SSLSocketFactory tls;
    private Duration heartbeat = Duration.ofSeconds(10);
    private Executor contextLater = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    FakePlexServerBuilder() {}

    /**
     * The port to listen on.
     *
     * @param number by default any that is free
     * @return this
     */
    public FakePlexServerBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * The token every request must show, in the header {@code X-Plex-Token} or the parameter of that name.
     *
     * @param wanted by default any token will do, or none
     * @return this
     */
    public FakePlexServerBuilder token(String wanted) {
        token = wanted;
        return this;
    }

    /**
     * Speaks HTTPS.
     *
     * @param sockets holds the server's certificate, which should name {@code localhost}; by default it is plain HTTP
     * @return this
     */
    public FakePlexServerBuilder https(SSLSocketFactory sockets) {
        tls = sockets;
        return this;
    }

    /**
     * How often EventSource sends a {@code ping}.
     *
     * @param period 10 seconds by default
     * @return this
     */
    public FakePlexServerBuilder heartbeat(Duration period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a heartbeat takes time, not " + period);
        }
        heartbeat = period;
        return this;
    }

    /**
     * Runs what a server does a second after a scan began: it tells which section is scanned.
     *
     * @param executor by default one that waits for a second; {@code queue::add} lets a test decide when
     * @return this
     */
    public FakePlexServerBuilder contextLater(Executor executor) {
        contextLater = executor;
        return this;
    }

    /**
     * Starts it.
     *
     * @return a running server
     */
    public FakePlexServer start() {
        Behaviour behaviour = new Behaviour(token);
        Subscribers subscribers = new Subscribers(behaviour);
        World world = new World(subscribers);
        Routes routes = new Routes(world, behaviour, contextLater);
        Front front = new Front(behaviour, subscribers, routes, heartbeat);
        ServerPort opened = new ServerPort(port, tls, front, behaviour.gates);
        opened.open();
        return new FakePlexServer(
                opened, world, front, routes, subscribers, new Faults(behaviour, subscribers, world, opened));
    }
}

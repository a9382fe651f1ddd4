package io.github.plexactivity.examples.web;

import io.github.plexactivity.ActivityMonitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

/** {@code java -jar web.jar SERVER [ADDRESS:PORT]}, the token in the environment's {@code PLEX_TOKEN}. */
public final class Dashboard {
    private static final String LOOPBACK = "127.0.0.1:8080";

    private Dashboard() {}

    /**
     * Serves the page until Ctrl-C.
     *
     * @param arguments the Plex server's address, and where to serve the page if not on this machine's port 8080
     */
    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: PLEX_TOKEN=... java -jar web.jar SERVER [ADDRESS:PORT]");
            System.exit(2);
        }
        try {
            serve(arguments);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("The page cannot be served: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void serve(String... arguments) throws IOException {
        ActivityMonitor monitor = monitor(URI.create(arguments[0]), System.getenv("PLEX_TOKEN"));
        DashboardServer page = DashboardServer.start(where(arguments), monitor);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            page.close();
            monitor.close();
        }));
        monitor.start();
        System.out.println("Open " + page.uri());
    }

    /** There is no login, so nobody else can reach the page unless told otherwise. */
    static InetSocketAddress where(String... arguments) {
        try {
            URI where = URI.create("//" + (arguments.length < 2 ? LOOPBACK : arguments[1]));
            return new InetSocketAddress(where.getHost(), where.getPort());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ADDRESS:PORT looks like " + LOOPBACK, e);
        }
    }

    private static ActivityMonitor monitor(URI server, String token) {
        ActivityMonitor.Builder builder = ActivityMonitor.builder(server);
        return (token == null ? builder : builder.token(token)).build();
    }
}

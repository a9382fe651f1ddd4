package io.github.plexactivity.examples.web;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.plexactivity.ActivityMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The page, what it is told live, and the way to cancel, on one address. */
final class DashboardServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private DashboardServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param address the page answers to this name, and to the machine's own
     * @param monitor stays the caller's
     */
    static DashboardServer start(InetSocketAddress address, ActivityMonitor monitor) throws IOException {
        // The server of the JDK would hold small events back for up to 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        DashboardServer dashboard = new DashboardServer(HttpServer.create(address, 0));
        dashboard.server.setExecutor(dashboard.threads);
        dashboard.serve("/", new Assets());
        dashboard.serve("/live", new Live(monitor));
        dashboard.serve("/activities/", new Cancelling(monitor));
        dashboard.server.start();
        return dashboard;
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler)
                .getFilters()
                .add(new Gate(
                        server.getAddress().getHostString(), server.getAddress().getPort()));
    }

    URI uri() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

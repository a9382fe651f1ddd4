package example.modular;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server with one activity and no streams, made of the JDK alone. */
final class OneServer implements AutoCloseable {
    private static final String LIST = "{\"MediaContainer\": {\"size\": 1, \"Activity\": [{"
            + "\"uuid\": \"0d1f6d2e-5c0b-4f3a-9f41-5b8b6c1d2e3f\", \"type\": \"media.download\","
            + "\"title\": \"Downloading\", \"userID\": 1, \"cancellable\": true, \"progress\": 12}]}}";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    OneServer() throws IOException {
        server.createContext("/activities", exchange -> {
            byte[] list = LIST.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.github.plexactivity.secrets;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.StreamException;
import com.launchdarkly.logging.LDLogger;
import com.launchdarkly.logging.LDSLF4J;
import io.github.plexactivity.internal.transport.RawServer;
import java.net.URI;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.LoggerFactory;

/** Leaks as each library would make them if it were used carelessly, which shows that they would be found. */
final class PlantedLeaks {

    static final String BY_JAVA_WEBSOCKET = "log org.java_websocket.WebSocketImpl TRACE";

    private PlantedLeaks() {}

    static void sow() throws Exception {
        IllegalStateException hidden = new IllegalStateException("outside");
        hidden.addSuppressed(new IllegalArgumentException(new IllegalStateException(Tokens.PLANTED)));
        LoggerFactory.getLogger("planted.cause").trace("argument", hidden);
        LoggerFactory.getLogger("planted.argument").trace("none taken", Tokens.PLANTED);
        System.getLogger("planted.system").log(System.Logger.Level.TRACE, "{0}", Tokens.PLANTED);
        Logger.getLogger("okhttp3.planted").log(Level.FINEST, "none taken", Tokens.PLANTED);
        System.err.println(Tokens.PLANTED);
        try (RawServer server = RawServer.start(connection -> {})) {
            webSocket(URI.create("ws://127.0.0.1:" + server.port()));
            eventSource(server.uri());
        }
    }

    private static void webSocket(URI server) throws InterruptedException {
        WebSocketClient client = new WebSocketClient(server, Map.of("X-Plex-Token", Tokens.PLANTED)) {
            @Override
            public void onOpen(ServerHandshake handshake) {}

            @Override
            public void onMessage(String message) {}

            @Override
            public void onClose(int code, String reason, boolean remote) {}

            @Override
            public void onError(Exception failure) {}
        };
        client.connectBlocking();
        client.closeBlocking();
    }

    private static void eventSource(URI server) {
        URI careless = server.resolve("/?X-Plex-Token=" + Tokens.PLANTED);
        try (EventSource events = new EventSource.Builder(ConnectStrategy.http(careless))
                .logger(LDLogger.withAdapter(LDSLF4J.adapter(), "planted.eventsource"))
                .build()) {
            events.start();
        } catch (StreamException e) {
            // It answers nothing.
        }
    }
}

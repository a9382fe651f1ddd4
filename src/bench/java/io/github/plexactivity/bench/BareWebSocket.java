package io.github.plexactivity.bench;

import java.net.URI;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Reads messages as text and does nothing with them. */
final class BareWebSocket implements Pipeline {

    private final Subject.Task task;
    private final Tally tally;

    BareWebSocket(Subject.Task task) {
        this.task = task;
        this.tally = task.tally();
    }

    @Override
    public void start() throws InterruptedException {
        Client client = new Client(
                URI.create("ws://127.0.0.1:" + task.port() + "/:/websockets/notifications?filters=activity"),
                tally,
                new Fixed(task.load()));
        client.setTcpNoDelay(true);
        client.setConnectionLostTimeout(0);
        if (!client.connectBlocking()) {
            throw new IllegalStateException("no connection");
        }
    }

    @Override
    public long events() {
        return tally.calls();
    }

    private static final class Client extends WebSocketClient {
        private final Tally tally;
        private final Fixed text;

        Client(URI uri, Tally tally, Fixed text) {
            super(uri);
            this.tally = tally;
            this.text = text;
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {
            tally.called();
            if (tally.timed()) {
                text.arrived(message, tally);
            }
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception cause) {
            System.err.println("the stream failed: " + cause);
        }
    }
}

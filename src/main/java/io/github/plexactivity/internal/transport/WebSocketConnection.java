package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;

/**
 * The library's client, over a socket that is connected already: {@link #run()} does the upgrade and reads until the end.
 * What comes is told on the thread that runs it; how it ended is told from any thread, perhaps while the library holds
 * its lock, with the interrupt flag set, and more than once.
 */
final class WebSocketConnection extends WebSocketClient {

    /** Where the true address would be; {@link UpgradeOutput} knows it. */
    private static final URI STAND_IN = URI.create("ws://server/");

    /** How many pongs may wait for a server that pings and does not read. */
    private static final int MOST_UNSENT = 1_000;

    /** Told of one connection. */
    interface Events {
        void opened();

        void ponged();

        /** Something went wrong below; the connection may or may not go on. */
        void failed(Exception cause);

        /** The connection is over. The code is that of the close frame received or sent, or one of the library's own. */
        void closed(int code);
    }

    private final ConnectedSocket socket;
    private final Events events;

    /**
     * A client that has yet to ask for the upgrade.
     *
     * @param host the header of that name
     */
    @SuppressWarnings("deprecation") // The other way to give it a socket is a factory of sockets.
    WebSocketConnection(ConnectedSocket socket, String host, int maxFrameBytes, Events events) {
        super(STAND_IN, new Draft_6455(List.of(), maxFrameBytes), Map.of("Host", host));
        this.socket = socket;
        this.events = events;
        socket.beforeClose(this::writeUnsent);
        setSocket(socket);
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    /** Asks for a pong, where the connection is open. */
    void ping() {
        try {
            sendPing();
        } catch (WebsocketNotConnectedException e) {
            // There is nobody to ask; that it is so is told elsewhere.
        }
    }

    /**
     * Ends what {@link #run()} may have left behind: the thread that writes, which first writes what it still has, but
     * not for long.
     */
    void end(long millis) {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        socket.awaitWriter(millis);
    }

    /** The library's writer forgets what is queued, a close frame say, when its end finds it between two writes. */
    private void writeUnsent() {
        try {
            for (ByteBuffer frame = unsent().poll(); frame != null; frame = unsent().poll()) {
                byte[] bytes = new byte[frame.remaining()];
                frame.get(bytes);
                socket.getOutputStream().write(bytes);
            }
        } catch (IOException e) {
            // There is nobody left to tell.
        }
    }

    private Queue<ByteBuffer> unsent() {
        return ((WebSocketImpl) getConnection()).outQueue;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        events.opened();
    }

    /** Never called: {@link FrameInput} keeps the messages. */
    @Override
    public void onMessage(String message) {}

    @Override
    public void onWebsocketPing(WebSocket connection, Framedata ping) {
        if (unsent().size() < MOST_UNSENT) {
            super.onWebsocketPing(connection, ping);
        }
    }

    @Override
    public void onWebsocketPong(WebSocket connection, Framedata pong) {
        events.ponged();
    }

    @Override
    public void onError(Exception cause) {
        events.failed(cause);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        events.closed(code);
    }
}

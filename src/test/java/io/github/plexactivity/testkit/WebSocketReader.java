package io.github.plexactivity.testkit;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A plain client of WebSocket. What it hears is a word and a text: open, text, closing, closed, failed. */
final class WebSocketReader extends WebSocketListener implements AutoCloseable {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    WebSocketReader(OkHttpClient client, URI server, String query) {
        Request request = new Request.Builder()
                .url(server + "/:/websockets/notifications" + query)
                .build();
        socket = client.newWebSocket(request, this);
    }

    WebSocket socket() {
        return socket;
    }

    String next() throws InterruptedException {
        String next = heard.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard");
        }
        return next;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        heard.add("open " + response.code());
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        heard.add("text " + text);
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        heard.add("closing " + code + " " + reason);
        webSocket.close(1000, null);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        heard.add("closed " + code);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
        heard.add("failed " + (response == null ? "" : response.code()));
    }

    @Override
    public void close() {
        socket.cancel();
    }
}

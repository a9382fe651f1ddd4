package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers requests: the list, either stream, and a stream without a head for who reads nothing but lines. */
final class Visitors {

    private static final String WEB_SOCKET_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Traffic traffic;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    Visitors(Traffic traffic) {
        this.traffic = traffic;
    }

    String counted() {
        return connections.getAndSet(0) + " " + requests.getAndSet(0);
    }

    /** Serves one connection until it ends or has become a stream, which needs no thread. */
    void serve(Socket socket) {
        connections.incrementAndGet();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII), 1024);
            OutputStream out = socket.getOutputStream();
            boolean more = true;
            while (more) {
                more = answer(in, out);
            }
        } catch (IOException e) {
            // Who asked is gone.
        }
    }

    private boolean answer(BufferedReader in, OutputStream out) throws IOException {
        String request = in.readLine();
        if (request == null) {
            return false;
        }
        String key = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).trim();
            }
        }
        requests.incrementAndGet();
        if (request.contains("/:/websockets/")) {
            traffic.add(out, upgrade(key));
        } else if (request.contains("/:/eventsource/")) {
            traffic.add(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
        } else {
            byte[] list = traffic.list();
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + list.length;
            out.write((head + "\r\n\r\n").getBytes(US_ASCII));
            out.write(list);
            return true;
        }
        return false;
    }

    private static String upgrade(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + WEB_SOCKET_GUID).getBytes(US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

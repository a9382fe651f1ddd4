package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A server that first tells of the activity {@code a}, then floods, and tells of {@code b} where it is asked again. The
 * first segment of the path names the flood.
 */
public final class HostileServer {

    private static final int MEBIBYTE = 1 << 20;
    private static final String ROW = "\"uuid\":\"%s\",\"type\":\"media.download\",\"title\":\"%s\",\"progress\":5}";

    /** What begins a flood over server-sent events or in a list, and what it goes on with. */
    private static final Map<String, String[]> FLOODS = Map.of(
            "sse-data", new String[] {"data: ", "x"},
            "sse-comment", new String[] {":", "x"},
            "sse-field", new String[] {"unknown: ", "x"},
            "sse-lines", new String[] {"", "data: x\n"},
            "list-blanks", new String[] {"{\"MediaContainer\":{\"size\":0", " "},
            "list-text", new String[] {"{\"MediaContainer\":{\"size\":1,\"Activity\":[{\"title\":\"", "x"},
            "list-depth", new String[] {"{\"MediaContainer\":{\"size\":1,\"x\":", "["},
            "list-xml", new String[] {"<MediaContainer size=\"1\">", "<Activity uuid=\"a\" title=\"x\"/>"},
            "list-rows",
                    new String[] {"{\"MediaContainer\":{\"size\":1,\"Activity\":[{\"uuid\":\"a\"}", ",{\"uuid\":\"a\"}"
                    });

    /** The length of a chunk, which goes on and on. */
    private static final String[] CHUNK = {"9;", "x"};

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

    private final Set<String> flooded = ConcurrentHashMap.newKeySet();

    private HostileServer() {}

    /** Begins it. */
    public static RawServer start() {
        return RawServer.start(new HostileServer()::serve);
    }

    private void serve(RawServer.Connection connection) throws IOException, InterruptedException {
        String path = connection.head().split(" ", 3)[1];
        String scenario = path.split("/", 3)[1];
        if (scenario.equals("sse-chunk") && path.contains("/eventsource/") && flooded.add(scenario)) {
            String event = event("a");
            connection.send(
                    "HTTP/1.1 200 OK\r\n" + CHUNKED + Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
            flood(connection, scenario, 200);
        } else if (path.contains("/eventsource/")) {
            connection.send(RawServer.EVENT_STREAM + event("a"));
            if (flooded.add(scenario)) {
                flood(connection, scenario, 64);
            }
            connection.send("\n\n" + event("b")).stall();
        } else if (path.contains("/websockets/")) {
            WebSocketPeer.accept(connection).send(WebSocketPeer.text(notification("a")));
            if (flooded.add(scenario)) {
                floodWebSocket(connection, scenario);
            }
            connection.send(WebSocketPeer.text(notification("b"))).stall();
        } else {
            lists(connection, scenario);
        }
    }

    private void lists(RawServer.Connection connection, String scenario) throws IOException {
        String answer = scenario.startsWith("list") ? list("a") : "{\"MediaContainer\":{\"size\":0}}";
        do {
            if (scenario.startsWith("list") && !flooded.add(scenario + "?") && flooded.add(scenario)) {
                floodList(connection, scenario);
                return;
            }
            answer = flooded.contains(scenario) && scenario.startsWith("list") ? list("a", "b") : answer;
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + answer.length()
                    + "\r\n\r\n" + answer);
        } while (connection.readHead());
    }

    private static void floodList(RawServer.Connection connection, String scenario) throws IOException {
        if (scenario.equals("list-bomb")) {
            byte[] bomb = bomb();
            connection
                    .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                    .send(bomb);
        } else {
            String framing =
                    scenario.equals("list-chunk") ? CHUNKED : "Content-Length: " + 200L * MEBIBYTE + "\r\n\r\n";
            connection.send("HTTP/1.1 200 OK\r\n" + framing);
            flood(connection, scenario, 200);
        }
    }

    private static void flood(RawServer.Connection connection, String scenario, int mebibytes) throws IOException {
        String[] flood = scenario.endsWith("-chunk") ? CHUNK : FLOODS.get(scenario);
        if (flood == null) {
            for (String frame : (Iterable<String>) withinLimits(scenario)::iterator) {
                connection.send("event: activity\ndata: " + frame + "\n\n");
            }
            return;
        }
        connection.send(flood[0]);
        byte[] piece = flood[1].repeat(MEBIBYTE / flood[1].length()).getBytes(UTF_8);
        for (int i = 0; i < mebibytes; i++) {
            connection.send(piece);
        }
    }

    private static void floodWebSocket(RawServer.Connection connection, String scenario) throws IOException {
        switch (scenario) {
            case "ws-frame" -> {
                connection.send(WebSocketPeer.header(WebSocketPeer.FIN | WebSocketPeer.TEXT, 64L * MEBIBYTE));
                for (int i = 0; i < 64; i++) {
                    connection.send(new byte[MEBIBYTE]);
                }
            }
            case "ws-fragments" -> {
                connection.send(WebSocketPeer.frame(WebSocketPeer.TEXT, new byte[0]));
                byte[] fragment = WebSocketPeer.frame(WebSocketPeer.CONTINUATION, new byte[MEBIBYTE / 16]);
                for (int i = 0; i < 1_024; i++) {
                    connection.send(fragment);
                }
            }
            case "ws-pings" -> {
                byte[] ping = WebSocketPeer.frame(WebSocketPeer.FIN | WebSocketPeer.PING, new byte[125]);
                byte[] many = WebSocketPeer.join(nCopies(10_000, ping).toArray(byte[][]::new));
                for (int i = 0; i < 100; i++) {
                    connection.send(many);
                }
            }
            default -> {
                for (String frame : (Iterable<String>) withinLimits(scenario)::iterator) {
                    connection.send(WebSocketPeer.text(frame));
                }
            }
        }
    }

    /** Frames as large as they may be by default, and as bad. */
    private static Stream<String> withinLimits(String scenario) {
        int room = MEBIBYTE - 200;
        String heavy = "{},\"title\":\"" + "x".repeat(room) + "\"";
        Stream<Integer> many = IntStream.range(0, 200).boxed();
        return switch (scenario.substring(scenario.indexOf('-') + 1)) {
            case "depth" -> Stream.of("[".repeat(room));
            case "title" -> Stream.of(frame("updated", "a", heavy));
            case "titles" -> many.map(i -> frame("updated", "a", heavy + ",\"progress\":" + i / 2.0));
            case "lives" -> many.map(i -> frame("updated", "live" + i, heavy));
            case "ends" -> many.map(i -> frame("ended", "over" + i, heavy));
            case "list" -> Stream.of(frame("updated", "a", "{\"a\":[" + "[],".repeat(room / 3) + "1]}"));
            default -> Stream.of(frame("updated", "a", "{" + "\"a\":0,".repeat(room / 6) + "\"b\":1}"));
        };
    }

    private static String frame(String event, String uuid, String context) {
        return "{\"ActivityNotification\":{\"event\":\"" + event + "\",\"uuid\":\"" + uuid
                + "\",\"Activity\":{\"Context\":" + context + "}}}";
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blanks = new byte[MEBIBYTE];
        Arrays.fill(blanks, (byte) ' ');
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"MediaContainer\":{\"size\":0".getBytes(UTF_8));
            for (int i = 0; i < 200; i++) {
                gzip.write(blanks);
            }
            gzip.write("}}".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String event(String uuid) {
        return "event: activity\ndata: " + notification(uuid) + "\n\n";
    }

    private static String notification(String uuid) {
        return "{\"ActivityNotification\":{\"event\":\"updated\",\"uuid\":\"" + uuid + "\",\"Activity\":{"
                + ROW.formatted(uuid, "Download") + "}}";
    }

    private static String list(String... uuids) {
        String rows = Stream.of(uuids)
                .map(uuid -> "{" + ROW.formatted(uuid, "Download"))
                .collect(Collectors.joining(","));
        return "{\"MediaContainer\":{\"size\":" + uuids.length + ",\"Activity\":[" + rows + "]}}";
    }
}

package io.github.plexactivity.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What proxies make of a request that are not told to leave it as it is. */
@Timeout(30)
class FakePlexServerOldClientsTest {

    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoSpeaksHttp10IsSentEventsWithoutChunksAndTheirEndIsThatOfTheConnection() throws Exception {
        try (Client client = new Client("GET /:/eventsource/notifications HTTP/1.0\r\nHost: localhost\r\n\r\n")) {
            assertThat(client.linesToEmpty())
                    .contains("HTTP/1.1 200 OK", "Connection: close")
                    .noneMatch(line -> line.startsWith("Transfer-Encoding"));
            server.faults().sendText(Transport.EVENT_SOURCE, "ping", "{}");
            assertThat(client.linesToEmpty()).containsExactly("event: ping", "data: {}");
            server.faults().drop(Cut.GOODBYE);
            assertThat(client.in.readLine()).isNull();
        }
    }

    @Test
    void aWebSocketWhoseUpgradeWasTakenAwayIsRefused() throws Exception {
        String key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
        for (String left : List.of("", "Upgrade: websocket\r\n", "Connection: upgrade\r\n")) {
            try (Client client = new Client(
                    "GET /:/websockets/notifications HTTP/1.1\r\nHost: localhost\r\n" + key + left + "\r\n")) {
                assertThat(client.in.readLine()).isEqualTo("HTTP/1.1 400 Bad Request");
            }
        }
    }

    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket("localhost", server.port());
        private final BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

        Client(String head) throws IOException {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
        }

        List<String> linesToEmpty() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

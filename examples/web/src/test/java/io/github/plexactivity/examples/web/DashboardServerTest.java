package io.github.plexactivity.examples.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Cut;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardServerTest {
    private final List<Socket> open = new ArrayList<>();
    private Trial trial;

    @BeforeEach
    void start() throws Exception {
        trial = new Trial().start();
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        trial.close();
    }

    @Test
    void thePageIsServedToThisMachineAloneUnlessToldOtherwise() {
        assertThat(Dashboard.where("http://127.0.0.1:32400").getAddress().isLoopbackAddress())
                .isTrue();
        assertThat(Dashboard.where("http://127.0.0.1:32400", "127.0.0.2:9090"))
                .isEqualTo(new InetSocketAddress("127.0.0.2", 9090));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", "127.0.0.1", "127.0.0.1:99999", ":8080", "a b:1"})
    void anAddressThatIsNoneIsToldWithTheFormOfOne(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dashboard.where("http://127.0.0.1:32400", address))
                .withMessageContaining("ADDRESS:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard.css", "/dashboard.js", "/row.js", "/icon.svg", "/nowhere", "/live"})
    void everyAnswerAllowsNothingFromOutside(String path) throws IOException {
        assertThat(head(ask("GET", path)))
                .anyMatch(line -> line.equalsIgnoreCase("Content-Security-Policy: " + Gate.POLICY))
                .anyMatch(line -> line.equalsIgnoreCase("X-Content-Type-Options: nosniff"));
        assertThat(Gate.POLICY).doesNotContain("unsafe", "http", "*");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404", "POST,/,405", "POST,/live,405", "GET,/activities/x,405", "DELETE,/activities/,400"})
    void whatThePageDoesNotAskForIsRefused(String method, String path, int status) throws IOException {
        assertThat(head(ask(method, path)).get(0)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aNameThatSomebodyMadePointHereIsTurnedAway() throws IOException {
        for (String path : List.of("/", "/live", "/activities/x")) {
            assertThat(head(ask("GET", path, "Host: elsewhere.example")).get(0)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void anotherSiteMayNotCancel() throws IOException {
        Activity scan = trial.tell("Scanning", "", 10, true);
        String host = "Host: localhost:" + trial.uri().getPort();
        String path = "/activities/" + scan.uuid();
        assertThat(head(ask("DELETE", path, host, "Origin: http://elsewhere.example"))
                        .get(0))
                .startsWith("HTTP/1.1 403");
        assertThat(trial.plex.cancelled()).isEmpty();
        assertThat(head(ask(
                                "DELETE",
                                path,
                                host,
                                "Origin: http://localhost:" + trial.uri().getPort()))
                        .get(0))
                .startsWith("HTTP/1.1 202");
        assertThat(trial.plex.cancelled()).containsExactly(scan.uuid());
    }

    @Test
    void aViewerIsToldThePresentFirst() throws IOException {
        Activity scan = trial.tell("Two\nlines \"quoted\"", "", 10, true);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> trial.monitor.activities().containsKey(scan.uuid()));
        BufferedReader events = ask("GET", "/live");
        String told = readUntil(events, "event: synchronized");
        assertThat(told)
                .contains("event: begin", "\"state\":\"CONNECTED\"", "\"title\":\"Two\\nlines \\\"quoted\\\"\"");
    }

    @Test
    void servedEverywhereThePageAnswersToTheNumbersItIsReachedByAndToNoForeignName() throws IOException {
        try (DashboardServer everywhere = DashboardServer.start(new InetSocketAddress("0.0.0.0", 0), trial.monitor)) {
            String port = ":" + everywhere.uri().getPort();
            InetSocketAddress here =
                    new InetSocketAddress("127.0.0.2", everywhere.uri().getPort());
            assertThat(head(ask(here, "GET", "/", "Host: 127.0.0.2" + port)).get(0))
                    .startsWith("HTTP/1.1 200");
            assertThat(head(ask(here, "GET", "/", "Host: rebound.example" + port))
                            .get(0))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void theTokenIsToldToNobody() throws IOException {
        trial.plex.faults().rejectTokens();
        trial.plex.faults().drop(Cut.FIN);
        assertThat(readUntil(ask("GET", "/live"), "\"state\":\"REFUSED\"")).doesNotContain(Trial.TOKEN);
    }

    @Test
    void aViewerTooManyIsRefused() throws IOException {
        for (int viewer = 0; viewer < 32; viewer++) {
            assertThat(head(ask("GET", "/live")).get(0)).startsWith("HTTP/1.1 200");
        }
        assertThat(head(ask("GET", "/live")).get(0)).startsWith("HTTP/1.1 503");
    }

    @Test
    void aPageThatDoesNotReadHoldsUpNoOther() throws IOException {
        ask("GET", "/live");
        BufferedReader reading = ask("GET", "/live");
        Activity scan = trial.tell("Scanning", "", 0, true);
        for (int percent = 1; percent <= 100; percent++) {
            trial.plex.updated(Trial.with(scan, "x".repeat(100_000), percent));
        }
        assertThat(readUntil(reading, "\"progress\":100")).contains("Scanning");
    }

    private BufferedReader ask(String method, String path, String... headers) throws IOException {
        String host = "Host: " + trial.uri().getAuthority();
        InetSocketAddress page =
                new InetSocketAddress(trial.uri().getHost(), trial.uri().getPort());
        return ask(page, method, path, headers.length == 0 ? host : String.join("\r\n", headers));
    }

    private BufferedReader ask(InetSocketAddress page, String method, String path, String lines) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        // Small, so that one who does not read soon holds up who writes.
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout(30_000);
        socket.connect(page);
        String request = method + " " + path + " HTTP/1.1\r\n" + lines + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static List<String> head(BufferedReader answer) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static String readUntil(BufferedReader answer, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = answer.readLine(); ; line = answer.readLine()) {
            read.append(line).append('\n');
            if (line.contains(end)) {
                return read.toString();
            }
        }
    }
}

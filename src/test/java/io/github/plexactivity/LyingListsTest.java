package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.untilAskedAgain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.MonitorException.Malformed;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Quirk;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are not what they say: never taken for a shorter list. */
@Timeout(60)
class LyingListsTest {

    private static final String GOOD = "{\"MediaContainer\":{\"size\":1,\"Activity\":[{\"uuid\":\"a\","
            + "\"type\":\"media.download\",\"title\":\"Download\",\"progress\":5}]}}";

    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"LIST_BREAKS_OFF", "LIST_OVERCOUNTS"})
    void aListThatIsCutShortOrCountsWrongEndsNothing(Quirk quirk) throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            endsNothing(server, () -> server.faults().add(quirk));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404, 500})
    void anotherAnswerThanAListEndsNothing(int status) throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            endsNothing(server, () -> server.faults().refuse(Endpoint.LIST, status));
        }
    }

    private void endsNothing(FakePlexServer server, Runnable fault) throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).resyncEvery(Duration.ofMillis(50)).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            fault.run();
            server.vanish(job.uuid());
            untilAskedAgain(server, Endpoint.LIST, 4);
            assertThatThrownBy(() -> join(monitor.resync())).hasCauseInstanceOf(MonitorException.class);
            assertThat(monitor.activities()).containsOnlyKeys(job.uuid());
            assertThat(monitor.statistics().failedSnapshots()).isGreaterThan(2);
            assertThat(monitor.statistics().reconnects()).isZero();
            assertThat(monitor.status().lastError()).as("it is told").isPresent();

            server.faults().heal();
            listener.awaitEnd(job.uuid(), SOON);
            listener.verify();
        }
    }

    @Test
    void aLoginPageOnEveryPathIsNoServer() throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            for (Endpoint endpoint : Endpoint.values()) {
                server.faults().refuse(endpoint, 200);
            }
            try (ActivityMonitor monitor = Quick.monitor(server).build()) {
                monitor.start();
                Quick.until(monitor, ConnectionState.WAITING);
                assertThat(monitor.activities()).isEmpty();
                server.faults().heal();
                Quick.untilConnected(monitor, Transport.EVENT_SOURCE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"MediaContainer\":{}}",
                "{\"MediaContainer\":{\"size\":2,\"Activity\":[{\"uuid\":\"b\",\"type\":\"t\"}]}}",
                "{\"MediaContainer\":{\"size\":0}} trailing",
                "<MediaContainer size=\"0\">",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><MediaContainer size=\"0\">&e;</MediaContainer>"
            })
    void whatIsNoListChangesNothing(String body) throws Exception {
        changesNothing("Content-Type: text/plain\r\n", body.getBytes(UTF_8));
    }

    @Test
    void aListOfMoreThan64MebibytesChangesNothingHoweverSmallItWasSent() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"MediaContainer\":{\"size\":0".getBytes(UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int mebibytes = 0; mebibytes < 65; mebibytes++) {
                gzip.write(blanks);
            }
            gzip.write("}}".getBytes(UTF_8));
        }
        changesNothing("Content-Type: application/json\r\nContent-Encoding: gzip\r\n", bytes.toByteArray());
    }

    /** A good list first, then this. */
    private void changesNothing(String headers, byte[] body) throws Exception {
        try (RawServer server = RawServer.start(connection -> answer(connection, headers, body));
                ActivityMonitor monitor =
                        Quick.monitor(server.uri()).resyncEvery(Quick.NEVER).build()) {
            monitor.listen(listener);
            join(monitor.start());
            assertThat(monitor.activities()).containsOnlyKeys("a");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> join(monitor.resync())).hasCauseInstanceOf(Malformed.class);
            }
            assertThat(monitor.activities()).containsOnlyKeys("a");
            assertThat(monitor.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(monitor.statistics().reconnects()).isZero();
        }
    }

    private static void answer(RawServer.Connection connection, String headers, byte[] body)
            throws IOException, InterruptedException {
        if (connection.head().startsWith("GET /:/")) {
            connection
                    .send(RawServer.EVENT_STREAM + "event: ping\ndata: {}\n\n")
                    .stall();
        }
        byte[] answer = GOOD.getBytes(UTF_8);
        String about = "Content-Type: application/json\r\n";
        do {
            connection.send("HTTP/1.1 200 OK\r\n" + about + "Content-Length: " + answer.length + "\r\n\r\n");
            connection.send(answer);
            answer = body;
            about = headers;
        } while (connection.readHead());
    }
}

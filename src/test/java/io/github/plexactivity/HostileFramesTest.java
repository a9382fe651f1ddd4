package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that bring what no server should say. */
@Timeout(60)
class HostileFramesTest {

    private static final List<String> GARBAGE = List.of(
            "no JSON at all",
            "{\"ActivityNotification\":",
            "42",
            "[".repeat(100_000),
            "{\"ActivityNotification\":" + "{\"a\":".repeat(50_000),
            "{\"ActivityNotification\":{\"event\":\"ended\"}}",
            "<html><body>Log in</body></html>");

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private Activity begin() throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        return job;
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void garbageCostsACounterAndNeitherTheMapNorTheConnection(Transport transport) throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity before = begin();
            GARBAGE.forEach(text -> server.faults().sendText(transport, "activity", text));
            Activity after = begin();

            assertThat(monitor.activities()).containsOnlyKeys(before.uuid(), after.uuid());
            assertThat(monitor.statistics().malformed()).isEqualTo(GARBAGE.size());
            assertThat(monitor.statistics().reconnects()).isZero();
            listener.verify();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void anOversizeFrameCostsTheConnectionAndNotTheMap(Transport transport) throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).maxFrameBytes(2_000).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity before = begin();
            server.faults().sendText(transport, "activity", "x".repeat(1_500));
            Activity between = begin();
            assertThat(monitor.statistics().reconnects()).isZero();

            server.faults().sendText(transport, "activity", "x".repeat(3_000));
            until(() -> monitor.statistics().reconnects() == 1);
            listener.await(SOON, told -> told.synchronizations() == 2);
            Activity after = begin();
            assertThat(monitor.activities()).containsOnlyKeys(before.uuid(), between.uuid(), after.uuid());
            listener.verify();
        }
    }

    @Test
    void anIllegalFrameCostsTheWebSocketAndNotTheMap() throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(Transport.WEB_SOCKET).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity before = begin();
            server.faults().sendRaw(Transport.WEB_SOCKET, new byte[] {(byte) 0xFF, 0x01, 0x02, 0x03});
            until(() -> monitor.statistics().reconnects() == 1);
            Activity after = begin();
            assertThat(monitor.activities()).containsOnlyKeys(before.uuid(), after.uuid());
            listener.verify();
        }
    }

    @Test
    void oddLinesOfAnEventSourceCostNothing() throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(Transport.EVENT_SOURCE).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity before = begin();
            for (String line : List.of(
                    ": a comment",
                    "retry: 0",
                    "retry: 99999999999999999999",
                    "id: \u0000",
                    "no colon",
                    "event: ping\ndata: {}",
                    "data: \u00C3(\u00FF",
                    "event:\r\ndata: {}\r")) {
                server.faults().sendRaw(Transport.EVENT_SOURCE, (line + "\n\n").getBytes(ISO_8859_1));
            }
            Activity after = begin();
            assertThat(monitor.activities()).containsOnlyKeys(before.uuid(), after.uuid());
            assertThat(monitor.statistics().reconnects()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void oddTextsAreDeliveredAsTheyAre(Transport transport) throws Exception {
        String title = "Ärger\n\t\u0000\u202E 𝄞 </script> ${jndi:x} %s";
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("media.download", title);
            listener.await(SOON, told -> told.running().contains(job.uuid()));
            assertThat(monitor.activities().get(job.uuid())).isEqualTo(job);
        }
    }
}

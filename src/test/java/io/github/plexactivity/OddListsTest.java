package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that come late, and lists that are long and sloppy. */
@Timeout(60)
class OddListsTest {

    private static final int ROWS = 5_000;

    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void anOldListThatComesLateChangesNothing(Transport transport) throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server)
                        .transports(transport)
                        .resyncEvery(Quick.NEVER)
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity ends = server.begin("media.download", "Ends");
            Activity goesOn = server.begin("media.download", "Goes on");
            listener.await(SOON, told -> told.running().contains(goesOn.uuid()));

            server.faults().hold(Endpoint.LIST);
            long before = asked(server, Endpoint.LIST);
            CompletableFuture<Void> first = monitor.resync();
            until(() -> asked(server, Endpoint.LIST) == before + 1);
            CompletableFuture<Void> second = monitor.resync();
            server.end(ends.uuid());
            server.advance(goesOn.uuid(), 60);
            Activity begins = server.begin("media.download", "Begins");
            listener.await(SOON, told -> told.running().contains(begins.uuid()));
            assertThat(asked(server, Endpoint.LIST)).as("one at a time").isEqualTo(before + 1);

            server.faults().release(Endpoint.LIST);
            join(first);
            join(second);
            assertThat(asked(server, Endpoint.LIST)).isEqualTo(before + 2);
            assertThat(monitor.activities().values()).containsExactlyInAnyOrderElementsOf(server.activities());
            assertThat(monitor.statistics().staleRows()).isOne();
            assertThat(listener.story(goesOn.uuid())).hasSize(2);
            assertThat(listener.changes()).hasSize(5);
            listener.verify();
        }
    }

    @Test
    void rowsThatAreNullOrDoubledCostNothingAndEachOfThousandsIsOneEntry() throws Exception {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "{\"uuid\":\"" + i + "\",\"type\":\"media.download\",\"progress\":" + i % 100 + "},null,"
                        + "{\"uuid\":\"" + i + "\",\"type\":\"media.download\",\"progress\":99}")
                .collect(Collectors.joining(","));
        byte[] body = ("{\"MediaContainer\":{\"size\":" + 3 * ROWS + ",\"Activity\":[" + rows + "]}}").getBytes(UTF_8);
        try (RawServer server = RawServer.start(connection -> answer(connection, body));
                ActivityMonitor monitor = Quick.monitor(server.uri())
                        .transports(Transport.POLLING)
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            assertThat(monitor.activities()).hasSize(ROWS);
            assertThat(monitor.activities().values())
                    .allMatch(each -> each.progress().orElseThrow() == 99);
            until(() -> monitor.statistics().snapshots() > 2);
            listener.await(SOON, told -> told.running().size() == ROWS);
            assertThat(listener.changes()).hasSize(ROWS);
            assertThat(monitor.statistics().malformed()).isGreaterThanOrEqualTo(2 * ROWS);
        }
    }

    private static void answer(RawServer.Connection connection, byte[] body) throws IOException {
        do {
            connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
            connection.send(body);
        } while (connection.readHead());
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Disconnected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server's name means changes. */
@Timeout(60)
class NamesTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();
    private volatile List<InetAddress> addresses = List.of();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private List<InetAddress> lookUp(String name) throws UnknownHostException {
        if (addresses.isEmpty()) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }

    private ActivityMonitor monitor(int port, Transport transport) {
        Dns dns = this::lookUp;
        return Quick.monitor(URI.create("http://plex.test:" + port))
                .client(new OkHttpClient.Builder().dns(dns).build())
                .transports(transport)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatIsNotKnownYetIsToldAndAskedForAgainUntilItIs(Transport transport) throws Exception {
        try (ActivityMonitor monitor = monitor(server.port(), transport)) {
            monitor.listen(listener);
            monitor.start();
            until(() -> monitor.status().failures() > 2);
            assertThat(monitor.status().lastError()).containsInstanceOf(Disconnected.class);
            assertThat(listener.connections())
                    .anyMatch(status -> status.state() == ConnectionState.WAITING
                            && status.lastError().isPresent()
                            && status.nextAttempt().isPresent());

            addresses = List.of(InetAddress.getByName("localhost"));
            untilConnected(monitor, transport);
            until(() -> monitor.status().lastError().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatMovesIsFoundWhereItsNamePointsNow(Transport transport) throws Exception {
        InetAddress other = InetAddress.getByName("127.0.0.2");
        addresses = List.of(InetAddress.getLoopbackAddress());
        Relay here = Relay.before(server.uri());
        try (ActivityMonitor monitor = monitor(here.port(), transport)) {
            monitor.listen(listener);
            join(monitor.start());
            try (Relay there = Relay.at(new InetSocketAddress(other, here.port()), server.uri())) {
                addresses = List.of(other);
                here.close();
                Activity job = server.begin("media.download", "Download");
                listener.await(SOON, told -> told.running().contains(job.uuid()));
                untilConnected(monitor, transport);
                assertThat(there.accepted()).isPositive();
            }
        }
    }
}

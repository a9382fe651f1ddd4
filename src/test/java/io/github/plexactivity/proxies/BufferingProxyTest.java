package io.github.plexactivity.proxies;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilAskedAgain;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proxies that hold events back, or do not pass an Upgrade on: nginx as it comes. */
@Tag("proxies")
@Timeout(60)
class BufferingProxyTest {

    /** Until the head of an answer is there: a proxy that buffers holds back even that. */
    private static final Duration CONNECT = Duration.ofMillis(500);

    @Test
    void nginxAsItComesLeavesPollingAndThatIsTold() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_DEFAULT);
                ActivityMonitor monitor =
                        behind.monitor().connectTimeout(CONNECT).build()) {
            monitor.listen(behind.listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.POLLING);
            assertThat(monitor.status().lastError()).isPresent();
            behind.end(behind.begun());
            assertThat(asked(behind.server, Endpoint.WEB_SOCKET)).isPositive();
        }
    }

    @Test
    void whereOnlyEventsAreHeldBackAWebSocketTakesTheirPlace() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_BUFFERED);
                ActivityMonitor monitor =
                        behind.monitor().connectTimeout(CONNECT).build()) {
            monitor.listen(behind.listener);
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.WEB_SOCKET);
            behind.end(behind.begun());
            assertThat(monitor.statistics().missedEnds()).isZero();
        }
    }

    /** Enough is told at once to fill the proxy's buffer, again and again; what remains in it is never seen. */
    @Test
    void eventsThatComeInLumpsAndLateNeitherInventNorLoseAnEnd() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_DEFAULT);
                ActivityMonitor monitor = behind.monitor()
                        .transports(Transport.EVENT_SOURCE, Transport.POLLING)
                        .connectTimeout(Duration.ofSeconds(2))
                        .silenceTimeout(Duration.ofSeconds(1))
                        .build()) {
            monitor.listen(behind.listener);
            monitor.start();
            behind.server.awaitStream(Transport.EVENT_SOURCE, SOON);
            List<Activity> jobs = new ArrayList<>();
            while (jobs.size() < 60 || !Quick.isConnected(monitor.status(), Transport.EVENT_SOURCE)) {
                jobs.add(behind.server.begin("media.download", "Download " + jobs.size()));
                behind.server.end(jobs.get(jobs.size() - 1).uuid());
                jobs.add(behind.server.begin("library.refresh.items", "Refreshing " + jobs.size()));
            }
            behind.server.activities().forEach(job -> behind.server.end(job.uuid()));
            join(monitor.start());
            until(() ->
                    behind.listener.running().isEmpty() && monitor.activities().isEmpty());
            untilConnected(monitor, Transport.POLLING);
            assertThat(monitor.activities()).isEmpty();
            behind.listener.verify();
        }
    }

    @Test
    void whereAnUpgradeIsNotPassedOnEventsAreAllItTakes() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_NO_UPGRADE);
                ActivityMonitor monitor =
                        behind.monitor().recoverEvery(Duration.ofMillis(50)).build()) {
            monitor.listen(behind.listener);
            join(monitor.start());
            untilAskedAgain(behind.server, Endpoint.LIST, 2);
            behind.end(behind.begun());
            assertThat(Quick.states(behind.listener))
                    .containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
            assertThat(monitor.status().transport()).contains(Transport.EVENT_SOURCE);
            assertThat(asked(behind.server, Endpoint.WEB_SOCKET)).isZero();
        }
    }

    @Test
    void aPreferredWebSocketThatIsRefusedAgainAndAgainDoesNotDisturbTheEvents() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_NO_UPGRADE);
                ActivityMonitor monitor = behind.monitor()
                        .transports(Transport.WEB_SOCKET, Transport.EVENT_SOURCE, Transport.POLLING)
                        .recoverEvery(Duration.ofMillis(50))
                        .build()) {
            monitor.listen(behind.listener);
            join(monitor.start());
            Activity job = behind.begun();
            untilAskedAgain(behind.server, Endpoint.WEB_SOCKET, 3);
            behind.end(job);
            assertThat(asked(behind.server, Endpoint.EVENT_SOURCE)).isOne();
            assertThat(monitor.status().transport()).contains(Transport.EVENT_SOURCE);
            assertThat(monitor.statistics().reconnects()).isZero();
        }
    }
}

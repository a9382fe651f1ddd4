package io.github.plexactivity.proxies;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.MonitorStatistics;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proxies that are set up as they should be: nobody notices them. */
@Tag("proxies")
@Timeout(60)
class RightProxyTest {

    static Stream<Arguments> everyWay() {
        return Stream.of(
                        Setup.NGINX_RIGHT,
                        Setup.NGINX_PREFIX,
                        Setup.NGINX_TLS,
                        Setup.NGINX_GZIP,
                        Setup.HAPROXY_RIGHT,
                        Setup.HAPROXY_PREFIX,
                        Setup.HAPROXY_TLS,
                        Setup.HAPROXY_GZIP,
                        Setup.CADDY_RIGHT,
                        Setup.CADDY_PREFIX,
                        Setup.CADDY_TLS,
                        Setup.CADDY_GZIP)
                .flatMap(setup -> Stream.of(Transport.values()).map(transport -> Arguments.of(setup, transport)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void everythingComesThroughAtOnceAndUnchanged(Setup setup, Transport transport) throws Exception {
        try (Behind behind = Behind.proxy(setup);
                ActivityMonitor monitor = behind.monitor()
                        .transports(transport)
                        .resyncEvery(Quick.NEVER)
                        .build()) {
            Activity before = behind.server.begin("media.download", "Zoë ✓");
            monitor.listen(behind.listener);
            join(monitor.start());
            assertThat(monitor.activities()).containsOnlyKeys(before.uuid());

            Activity job = behind.begun();
            Activity half = behind.server.advance(job.uuid(), 50);
            until(() -> half.equals(monitor.activities().get(job.uuid())));
            behind.end(job);
            assertThat(join(monitor.track(before.uuid()).cancel())).isEqualTo(CancelResult.ACCEPTED);
            behind.listener.awaitEnd(before.uuid(), SOON);
            assertUnnoticed(monitor, behind.listener);
            assertThat(monitor.status().transport()).contains(transport);
        }
    }

    /** Even the ends came by the stream, where there was one, and the list found nothing to mend. */
    private static void assertUnnoticed(ActivityMonitor monitor, RecordingListener listener) {
        listener.verify();
        assertThat(Quick.states(listener)).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        assertThat(monitor.status().lastError()).isEmpty();
        MonitorStatistics counted = monitor.statistics();
        assertThat(Stream.of(
                        counted.missedEnds(),
                        counted.reconnects(),
                        counted.fallbacks(),
                        counted.malformed(),
                        counted.failedSnapshots()))
                .containsOnly(0L);
    }
}

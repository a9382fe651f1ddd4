package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Refused;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token the server does not let in, or no longer, or not everywhere. */
@Timeout(60)
class RefusalTest {

    private final FakePlexServer server = FakePlexServer.builder().token("good").start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private void isRefused(ActivityMonitor monitor, int status) {
        assertThatThrownBy(() -> join(monitor.start()))
                .hasCauseInstanceOf(Refused.class)
                .cause()
                .extracting(refused -> ((Refused) refused).status())
                .isEqualTo(status);
        Quick.until(monitor, ConnectionState.REFUSED);
        assertThat(monitor.status().lastError()).containsInstanceOf(Refused.class);
        assertThat(monitor.status().nextAttempt()).isPresent();
    }

    @Test
    void aTokenThatIsRefusedEverywhereIsToldAfterOneRequestByEachTransport() {
        try (ActivityMonitor monitor = Quick.monitor(server).token("bad").build()) {
            isRefused(monitor, 401);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aRefusedMonitorHealsWhenTheTokenWorks() throws Exception {
        try (ActivityMonitor monitor = Quick.monitor(server).token("bad").build()) {
            monitor.listen(listener);
            isRefused(monitor, 401);
            server.faults().acceptOnly("bad");
            join(monitor.resync());
            untilConnected(monitor, Transport.EVENT_SOURCE);
            assertThat(monitor.status().lastError()).isEmpty();
            listener.await(Quick.SOON, told -> told.synchronizations() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aListThatMayNotBeReadLeavesTheStream(Transport transport) throws Exception {
        server.faults().refuse(Endpoint.LIST, 403);
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor = Quick.monitor(server)
                        .token("good")
                        .transports(transport, Transport.POLLING)
                        .resyncEvery(Duration.ofMillis(50))
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            String uuid = server.begin("media.download", "Download").uuid();
            server.end(uuid);
            listener.awaitEnd(uuid, Quick.SOON);
            Quick.untilAskedAgain(server, Endpoint.LIST, 4);
            assertThat(monitor.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(monitor.status().lastError()).containsInstanceOf(Refused.class);
            assertThat(monitor.status().lastSynchronized()).isEmpty();
            assertThat(log.ours("WARN")).as("told once, not each time").hasSize(1);

            server.faults().heal();
            listener.await(Quick.SOON, told -> told.synchronizations() == 1);
            until(() -> monitor.status().lastError().isEmpty());
        }
    }

    @Test
    void theTokenIsInAHeaderAndNowhereElse() throws Exception {
        String token = "s3cret-t0ken";
        try (CapturedLog log = new CapturedLog();
                FakePlexServer strict = FakePlexServer.builder().token("other").start();
                ActivityMonitor monitor = Quick.monitor(strict).token(token).build()) {
            monitor.listen(listener);
            assertThatThrownBy(() -> join(monitor.start()))
                    .extracting(Throwables::getStackTrace, STRING)
                    .doesNotContain(token);
            strict.faults().acceptOnly(token);
            join(monitor.resync());
            untilConnected(monitor, Transport.EVENT_SOURCE);
            strict.faults().stop();
            until(() -> monitor.status().failures() > 3);

            assertThat(strict.requests())
                    .isNotEmpty()
                    .allMatch(
                            request -> request.header("X-Plex-Token").orElse("").equals(token))
                    .noneMatch(request -> request.url().toString().contains(token));
            assertThat(listener.connections().toString()).doesNotContain(token);
            assertThat(monitor.status() + " " + monitor.track("a")).doesNotContain(token);
            assertThat(Thread.getAllStackTraces().keySet().toString()).doesNotContain(token);
            assertThat(log.text()).isNotEmpty().doesNotContain(token);
        }
    }
}

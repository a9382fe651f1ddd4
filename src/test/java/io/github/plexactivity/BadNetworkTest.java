package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Disconnected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network that loses, holds back, cuts, or is as slow as a modem: callbacks are late, and right. */
@Timeout(60)
class BadNetworkTest {

    private static final long RETRANSMISSION_NANOS = 40_000_000;

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void threeLostPacketsInTenMakeNoFalseEndAndNoStorm(Transport transport) throws Exception {
        try (Relay relay = Relay.losing(server.uri(), loss(0.3));
                ActivityMonitor monitor =
                        Quick.monitor(relay.uri()).transports(transport).build()) {
            monitor.listen(listener);
            join(monitor.start());
            List<Activity> jobs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                jobs.add(server.begin("media.download", "Download " + i));
                server.advance(jobs.get(i / 2).uuid(), i * 2);
                join(monitor.resync());
            }
            assertThat(listener.changes()).noneMatch(change -> change instanceof ActivityChange.Ended);
            jobs.forEach(job -> server.end(job.uuid()));
            listener.await(
                    SOON,
                    told -> told.running().isEmpty()
                            && told.story(jobs.get(7).uuid()).size() > 1);
            isRight(monitor);
            assertThat(monitor.statistics().reconnects()).isZero();
            // One that lags behind the list for long may be taken for a zombie.
            assertThat(monitor.statistics().replacements()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void whatWasHeldBackComesAndTheRestIsMadeUpFor(Transport transport) throws Exception {
        try (Relay relay = Relay.before(server.uri());
                ActivityMonitor monitor = Quick.monitor(relay.uri())
                        .transports(transport)
                        .connectTimeout(Duration.ofMillis(300))
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity ended = begin();
            Activity goesOn = begin();
            relay.hold();
            server.end(ended.uuid());
            server.advance(goesOn.uuid(), 60);
            assertThatThrownBy(() -> join(monitor.resync())).hasCauseInstanceOf(Disconnected.class);
            assertThat(monitor.activities()).containsOnlyKeys(ended.uuid(), goesOn.uuid());

            relay.release();
            listener.awaitEnd(ended.uuid(), SOON);
            listener.await(SOON, told -> told.story(goesOn.uuid()).size() == 2);
            until(() -> Quick.openStreams(server) == 1);
            isRight(monitor);
            assertThat(monitor.statistics().replacements()).isLessThanOrEqualTo(1);
            assertThat(monitor.statistics().reconnects()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aConnectionKilledUnderBothSidesIsOpenedAnew(Transport transport) throws Exception {
        try (Relay relay = Relay.before(server.uri());
                ActivityMonitor monitor =
                        Quick.monitor(relay.uri()).transports(transport).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity ended = begin();
            Activity goesOn = begin();
            relay.hold();
            server.end(ended.uuid());
            relay.reset();
            relay.release();
            listener.awaitEnd(ended.uuid(), SOON);
            until(() -> Quick.openStreams(server) == 1);
            assertThat(monitor.activities()).containsOnlyKeys(goesOn.uuid());
            isRight(monitor);
            assertThat(monitor.statistics().reconnects()).isOne();
        }
    }

    @Test
    void aSlowLineDelaysAndNothingTimesOut() throws Exception {
        List<ActivityMonitor> monitors = new ArrayList<>();
        List<RecordingListener> listeners = new ArrayList<>();
        try (Relay relay = Relay.slow(server.uri(), Duration.ofMillis(700), 8_000)) {
            for (Transport transport : List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET)) {
                ActivityMonitor monitor = ActivityMonitor.builder(relay.uri())
                        .transports(transport, Transport.POLLING)
                        .build();
                monitors.add(monitor);
                listeners.add(new RecordingListener());
                monitor.listen(listeners.get(listeners.size() - 1));
                monitor.start();
            }
            until(() -> monitors.stream()
                    .allMatch(each -> each.status().lastSynchronized().isPresent()));
            Activity job = server.begin("media.download", "Download");
            server.advance(job.uuid(), 50);
            server.end(job.uuid());
            for (RecordingListener each : listeners) {
                each.awaitEnd(job.uuid(), SOON);
                assertThat(each.story(job.uuid())).hasSizeBetween(2, 3);
                each.verify();
            }
            assertThat(monitors).allSatisfy(BadNetworkTest::wasSteady);
            assertThat(relay.accepted()).isEqualTo(4);
        } finally {
            monitors.forEach(ActivityMonitor::close);
        }
    }

    private static void wasSteady(ActivityMonitor monitor) {
        MonitorStatistics statistics = monitor.statistics();
        assertThat(statistics.reconnects() + statistics.replacements() + statistics.fallbacks())
                .isZero();
        assertThat(statistics.failedSnapshots()).isZero();
        assertThat(monitor.status().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    private Activity begin() throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        return job;
    }

    private void isRight(ActivityMonitor monitor) {
        assertThat(monitor.activities().values()).containsExactlyInAnyOrderElementsOf(server.activities());
        listener.verify();
    }

    /** What is lost is sent again after a while, and after twice that where it is lost again. */
    private static LongSupplier loss(double probability) {
        SplittableRandom random = new SplittableRandom(7);
        return () -> {
            long late = 0;
            for (long wait = RETRANSMISSION_NANOS; random.nextDouble() < probability && wait < 400_000_000; wait *= 2) {
                late += wait;
            }
            return late;
        };
    }
}

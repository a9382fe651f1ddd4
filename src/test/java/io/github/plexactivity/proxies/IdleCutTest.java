package io.github.plexactivity.proxies;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.CapturedLog;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Quirk;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proxies that cut whatever was silent for two seconds. */
@Tag("proxies")
@Timeout(60)
class IdleCutTest {

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration SELDOM = Duration.ofSeconds(35);

    @ParameterizedTest
    @EnumSource(names = {"NGINX_IDLE", "HAPROXY_IDLE"})
    void whatIsCutForSilenceIsOpenedAnewWithoutLossOrAlarm(Setup setup) throws Exception {
        try (CapturedLog log = new CapturedLog();
                Behind behind = Behind.proxy(setup, SELDOM);
                ActivityMonitor events = monitor(behind, Transport.EVENT_SOURCE, SELDOM);
                ActivityMonitor frames = monitor(behind, Transport.WEB_SOCKET, SELDOM)) {
            behind.server.faults().add(Quirk.NEVER_PONGS);
            events.listen(behind.listener);
            join(events.start());
            join(frames.start());
            for (int cut = 1; cut <= 2; cut++) {
                Activity job = behind.begun();
                long cuts = cut;
                until(() -> events.statistics().reconnects() >= cuts
                        && frames.statistics().reconnects() >= cuts);
                behind.end(job);
                join(frames.track(job.uuid()).ended());
            }
            assertThat(log.ours("WARN")).isEmpty();
            assertThat(events.statistics().reconnects()).isLessThan(10);
            assertThat(frames.statistics().reconnects()).isLessThan(10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_IDLE", "HAPROXY_IDLE"})
    void aHeartbeatOrAPingInTimeKeepsAStreamOpen(Setup setup) throws Exception {
        try (Behind behind = Behind.proxy(setup, OFTEN);
                ActivityMonitor events = monitor(behind, Transport.EVENT_SOURCE, SELDOM);
                ActivityMonitor frames = monitor(behind, Transport.WEB_SOCKET, OFTEN)) {
            events.listen(behind.listener);
            join(events.start());
            join(frames.start());
            until(() -> events.statistics().frames() >= 15);
            assertThat(events.statistics().reconnects()).isZero();
            assertThat(frames.statistics().reconnects()).isZero();
            assertThat(frames.statistics().replacements()).isZero();
            behind.end(behind.begun());
        }
    }

    /** Nothing but the stream passes through the proxy, so that nothing but the stream may keep it open. */
    private static ActivityMonitor monitor(Behind behind, Transport transport, Duration silence) {
        return behind.monitor()
                .transports(transport)
                .resyncEvery(Quick.NEVER)
                .silenceTimeout(silence)
                .build();
    }
}

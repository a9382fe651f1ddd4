package io.github.plexactivity.metrics;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry shows of a monitor. */
@Timeout(60)
class ActivityMonitorMetricsTest {

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor =
            Quick.monitor(server).resyncEvery(Duration.ofMillis(100)).build();
    private final RecordingListener listener = new RecordingListener();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
        registry.close();
    }

    private void start() throws Exception {
        new ActivityMonitorMetrics(monitor).bindTo(registry);
        monitor.listen(listener);
        join(monitor.start());
    }

    private OpenMetricsPage page() {
        return OpenMetricsPage.read(registry.scrape(OPEN_METRICS));
    }

    private double value(String sample) {
        return page().value(sample);
    }

    @Test
    void whatAStreamMissedAndASnapshotRepairedIsCounted() throws Exception {
        start();
        Activity told = server.begin("media.download", "Download");
        listener.await(SOON, heard -> heard.running().contains(told.uuid()));
        server.vanish(told.uuid());
        listener.awaitEnd(told.uuid(), SOON);
        double starts = value("plex_activity_missed_changes_total{change=\"start\"}");
        Activity untold = Quick.download("untold", 5);
        server.appear(untold);
        listener.await(SOON, heard -> heard.running().contains("untold"));

        OpenMetricsPage page = page();
        assertThat(page.value("plex_activity_missed_changes_total{change=\"end\"}"))
                .isOne();
        assertThat(page.value("plex_activity_missed_changes_total{change=\"start\"}"))
                .isEqualTo(starts + 1);
        assertThat(page.value("plex_activity_missed_changes_total{change=\"update\"}"))
                .isZero();
        assertThat(page.value("plex_activity_live_activities")).isOne();
        assertThat(page.value("plex_activity_snapshots_total{result=\"read\"}")).isGreaterThan(2);
    }

    @Test
    void framesAreCountedByTransportAndTheConnectionIsShown() throws Exception {
        start();
        server.begin("media.download", "Download");
        listener.await(SOON, heard -> heard.running().size() == 1);
        assertThat(value("plex_activity_frames_total{transport=\"event_source\"}"))
                .isPositive();
        assertThat(value("plex_activity_frames_total{transport=\"web_socket\"}"))
                .isZero();
        assertThat(value("plex_activity_connection{state=\"connected\"}")).isOne();
        assertThat(value("plex_activity_connection{state=\"waiting\"}")).isZero();
        assertThat(value("plex_activity_transport{transport=\"event_source\"}")).isOne();
        assertThat(value("plex_activity_since_heard_seconds")).isBetween(0.0, SOON.toSeconds() * 3.0);
        assertThat(value("plex_activity_since_synchronized_seconds")).isNotNaN();
        monitor.close();
        assertThat(value("plex_activity_connection{state=\"closed\"}")).isOne();
        assertThat(value("plex_activity_transport{transport=\"event_source\"}")).isZero();
    }

    @Test
    void aWebSocketHasFramesOfItsOwn() throws Exception {
        try (ActivityMonitor other =
                Quick.monitor(server).transports(Transport.WEB_SOCKET).build()) {
            new ActivityMonitorMetrics(other, Tags.of("server", "attic")).bindTo(registry);
            other.listen(listener);
            join(other.start());
            server.begin("media.download", "Download");
            listener.await(SOON, heard -> heard.running().size() == 1);
            String frames = "plex_activity_frames_total{server=\"attic\",transport=\"";
            assertThat(value(frames + "web_socket\"}")).isPositive();
            assertThat(value(frames + "event_source\"}")).isZero();
        }
    }

    @Test
    void aListenerThatIsBlockedIsSeenByWhatWaitsForIt() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        start();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                blocked.countDown();
                await(release);
            }
        });
        server.begin("media.download", "First");
        assertThat(blocked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        server.begin("media.download", "Second");
        until(() -> value("plex_activity_waiting_callbacks") >= 1);
        release.countDown();
        until(() -> value("plex_activity_waiting_callbacks") == 0);
        until(() -> value("plex_activity_callback_delay_seconds_count") >= 2);
        assertThat(value("plex_activity_callback_delay_seconds_sum")).isPositive();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void beforeAnythingIsHeardThereIsNoAge() {
        new ActivityMonitorMetrics(monitor).bindTo(registry);
        assertThat(value("plex_activity_since_heard_seconds")).isNaN();
        assertThat(value("plex_activity_connection{state=\"new\"}")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 1\n# EOF\n",
                "# TYPE a gauge\na 1\n",
                "# TYPE a counter\na 1\n# EOF\n",
                "# TYPE a gauge\na{b=c} 1\n# EOF\n",
                "# TYPE a gauge\na 1\na 2\n# EOF\n",
                "# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n",
                "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# TYPE a gauge\n# EOF\n"
            })
    void whatIsNoPageOfOpenMetricsIsNotTakenForOne(String text) {
        assertThatThrownBy(() -> OpenMetricsPage.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFamilyHasItsTypeAndItsUnitInItsName() throws Exception {
        start();
        assertThat(page().types())
                .hasSize(20)
                .containsEntry("plex_activity_frames", "counter")
                .containsEntry("plex_activity_callback_delay_seconds", "summary")
                .containsEntry("plex_activity_missed_changes", "counter")
                .containsEntry("plex_activity_waiting_callbacks", "gauge")
                .containsEntry("plex_activity_since_heard_seconds", "gauge");
    }
}

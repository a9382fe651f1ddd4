package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.MonitorException.Closed;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for one activity, known by its uuid. */
@Timeout(60)
class AwaitingTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor =
            Quick.monitor(server).resyncEvery(Duration.ofMillis(100)).build();
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void start() throws Exception {
        monitor.listen(listener);
        join(monitor.start());
    }

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private Activity begin() throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        listener.await(SOON, told -> told.running().contains(job.uuid()));
        return job;
    }

    @Test
    void anActivityIsAwaitedBeforeItIsSeen() throws Exception {
        Activity later = Quick.download("to-come", 0);
        ActivityHandle handle = monitor.track("to-come");
        CompletableFuture<Ending> end = handle.ended();
        assertThat(handle.current()).isEmpty();
        join(monitor.resync());
        join(monitor.resync());
        join(monitor.resync());
        assertThat(end).as("a plain track waits").isNotDone();

        server.started(later);
        listener.await(SOON, told -> told.running().contains("to-come"));
        assertThat(handle.current()).contains(later);
        server.end("to-come");
        assertThat(join(end).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(handle.current()).isEmpty();
    }

    @Test
    void anActivityIsAwaitedWhileItRunsAndAfterItEnded() throws Exception {
        Activity job = begin();
        ActivityHandle handle = monitor.track(job.uuid());
        CompletableFuture<Ending> during = handle.ended();
        CompletableFuture<Ending> another = monitor.track(job.uuid()).ended();
        server.end(job.uuid());
        Ending ending = join(during);
        assertThat(join(another)).isEqualTo(ending);
        assertThat(ending.evidence()).isEqualTo(Evidence.FINAL_PROGRESS);
        assertThat(join(handle.ended())).isEqualTo(ending);
        assertThat(join(monitor.track(job.uuid()).ended())).isEqualTo(ending);
        assertThat(listener.awaitEnd(job.uuid(), SOON)).isEqualTo(ending);
    }

    @Test
    void oneCallersImpatienceHarmsNoOther() throws Exception {
        Activity job = begin();
        ActivityHandle handle = monitor.track(job.uuid());
        CompletableFuture<Ending> impatient = handle.ended().orTimeout(1, MILLISECONDS);
        CompletableFuture<Ending> cancelled = handle.ended();
        cancelled.cancel(true);
        CompletableFuture<Ending> meddled = handle.ended();
        meddled.completeExceptionally(new IllegalStateException("mine"));
        CompletableFuture<Ending> patient = handle.ended();
        assertThatThrownBy(() -> join(impatient)).hasCauseInstanceOf(TimeoutException.class);

        server.end(job.uuid());
        assertThat(join(patient).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(join(handle.ended()).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void anEndOnAnotherTransportIsAnEnd() throws Exception {
        Activity job = begin();
        CompletableFuture<Ending> end = monitor.track(job.uuid()).ended();
        server.faults().refuse(Endpoint.EVENT_SOURCE, 404);
        server.faults().drop(Cut.RESET);
        Quick.untilConnected(monitor, Transport.WEB_SOCKET);
        server.end(job.uuid());
        assertThat(join(end).evidence()).isEqualTo(Evidence.FINAL_PROGRESS);
    }

    @Test
    void anEndDuringAnOutageIsAnEndThatNothingTellsOf() throws Exception {
        Activity job = begin();
        CompletableFuture<Ending> end = monitor.track(job.uuid()).ended();
        server.faults().stop();
        assertThat(end).isNotDone();
        server.faults().restart();
        assertThat(join(end))
                .extracting(Ending::outcome, Ending::evidence)
                .containsExactly(Outcome.UNKNOWN, Evidence.NOT_LISTED);
    }

    @Test
    void whoStillWaitsWhenTheMonitorClosesIsTold() throws Exception {
        CompletableFuture<Ending> end = monitor.track(begin().uuid()).ended();
        monitor.close();
        assertThatThrownBy(() -> join(end)).hasCauseInstanceOf(Closed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nX-Evil: 1", "a\u0000b"})
    void aUuidThatIsNoneIsRefusedAtOnce(String uuid) {
        assertThatThrownBy(() -> monitor.track(uuid)).isInstanceOf(IllegalArgumentException.class);
    }
}

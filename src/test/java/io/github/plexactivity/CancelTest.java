package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.MonitorException.Closed;
import io.github.plexactivity.model.MonitorException.Disconnected;
import io.github.plexactivity.model.MonitorException.Malformed;
import io.github.plexactivity.model.MonitorException.Rejected;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Quirk;
import io.github.plexactivity.testkit.RecordingListener;
import io.github.plexactivity.testkit.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking the server to cancel, and what that makes of the end. */
@Timeout(60)
class CancelTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor =
            Quick.monitor(server).connectTimeout(Duration.ofMillis(700)).build();
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

    private Activity begin(String uuid) throws InterruptedException {
        Activity job = Quick.download(uuid, 40);
        server.started(job);
        listener.await(SOON, told -> told.running().contains(uuid));
        return job;
    }

    @Test
    void anAcceptedCancellationMakesTheEndACancellation() throws Exception {
        ActivityHandle job = monitor.track(begin("a").uuid());
        assertThat(join(job.cancel())).isEqualTo(CancelResult.ACCEPTED);
        assertThat(join(job.ended()))
                .extracting(Ending::outcome, Ending::evidence)
                .containsExactly(Outcome.CANCELLED, Evidence.CANCEL_ACCEPTED);
        assertThat(server.cancelled()).containsExactly("a");
        listener.awaitEnd("a", SOON);
        listener.verify();
    }

    @Test
    void whatFinishedFirstIsCompletedThoughTheCancellationWasAccepted() throws Exception {
        server.faults().add(Quirk.CANCELS_END_NOTHING);
        ActivityHandle job = monitor.track(begin("a").uuid());
        assertThat(join(job.cancel())).isEqualTo(CancelResult.ACCEPTED);
        assertThat(monitor.activities()).as("a request, not an end").containsKey("a");
        server.end("a");
        assertThat(join(job.ended()).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void anEndThatOvertakesTheAnswerIsStillOurCancellation() throws Exception {
        server.faults().hold(Endpoint.CANCEL); // made when the request comes: accepted
        ActivityHandle job = monitor.track(begin("a").uuid());
        CompletableFuture<CancelResult> answer = job.cancel();
        until(() -> !server.cancelled().isEmpty());
        server.ended(server.activities().get(0));
        Activity marker = server.begin("media.download", "Marker");
        listener.await(SOON, told -> told.running().contains(marker.uuid()));
        server.faults().heal();
        assertThat(join(answer)).isEqualTo(CancelResult.ACCEPTED);
        assertThat(join(job.ended()).evidence()).isEqualTo(Evidence.CANCEL_ACCEPTED);
        listener.awaitEnd("a", SOON);
        listener.verify();
    }

    @ParameterizedTest
    @CsvSource({"400, NOT_CANCELLABLE", "401, FORBIDDEN", "403, FORBIDDEN", "404, NOT_FOUND"})
    void aRefusalIsAValueAndEndsNothing(int status, CancelResult result) throws Exception {
        server.faults().refuse(Endpoint.CANCEL, status);
        ActivityHandle job = monitor.track(begin("a").uuid());
        assertThat(join(job.cancel())).isEqualTo(result);
        join(monitor.resync());
        join(monitor.resync());
        assertThat(job.current()).isPresent();
        assertThat(job.ended()).isNotDone();
        server.ended(server.activities().get(0));
        assertThat(join(job.ended()).evidence()).as("not by us").isEqualTo(Evidence.FINAL_PROGRESS);
    }

    @Test
    void whatEndedBeforeTheRequestCameEndsOnce() throws Exception {
        ActivityHandle job = monitor.track(begin("a").uuid());
        server.end("a");
        assertThat(join(job.cancel())).isEqualTo(CancelResult.NOT_FOUND);
        assertThat(join(job.ended()).outcome()).isEqualTo(Outcome.COMPLETED);
        listener.awaitEnd("a", SOON);
        listener.verify();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 302, 200})
    void anyOtherAnswerIsRejected(int status) throws Exception {
        server.faults().refuse(Endpoint.CANCEL, status);
        ActivityHandle job = monitor.track(begin("a").uuid());
        assertThatThrownBy(() -> join(job.cancel())).hasCauseInstanceOf(Rejected.class);
        server.ended(server.activities().get(0));
        assertThat(join(job.ended()).evidence()).as("not by us").isEqualTo(Evidence.FINAL_PROGRESS);
    }

    @Test
    void aServerThatDoesNotAnswerIsToldInTime() throws Exception {
        server.faults().hold(Endpoint.CANCEL);
        ActivityHandle job = monitor.track(begin("a").uuid());
        assertThatThrownBy(() -> join(job.cancel())).hasCauseInstanceOf(Disconnected.class);
        assertThat(job.current()).isPresent();
    }

    @Test
    void aServerThatIsNotThereIsTold() throws Exception {
        ActivityHandle job = monitor.track(begin("a").uuid());
        server.faults().stop();
        assertThatThrownBy(() -> join(job.cancel())).hasCauseInstanceOf(Disconnected.class);
    }

    @Test
    void twoWhoCancelAtOnceSendOneRequest() throws Exception {
        server.faults().hold(Endpoint.CANCEL);
        ActivityHandle job = monitor.track(begin("a").uuid());
        CompletableFuture<CancelResult> first = job.cancel();
        CompletableFuture<CancelResult> second = job.cancel();
        first.cancel(true);
        until(() -> !server.cancelled().isEmpty());
        server.faults().heal();
        assertThat(join(second)).isEqualTo(CancelResult.ACCEPTED);
        assertThat(Quick.asked(server, Endpoint.CANCEL)).isOne();
    }

    @Test
    void whoWaitsForAnAnswerWhenTheMonitorClosesIsTold() throws Exception {
        server.faults().hold(Endpoint.CANCEL);
        CompletableFuture<CancelResult> answer =
                monitor.track(begin("a").uuid()).cancel();
        monitor.close();
        assertThatThrownBy(() -> join(answer)).hasCauseInstanceOf(Closed.class);
        assertThatThrownBy(() -> join(monitor.track("a").cancel())).hasCauseInstanceOf(Closed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b?c#d", "a%2Fb", "a b", "ä", "....", "%2e%2e"})
    void aUuidIsOneSegmentOfThePathWhateverItHolds(String uuid) throws Exception {
        ActivityHandle job = monitor.track(begin(uuid).uuid());
        assertThat(join(job.cancel())).isEqualTo(CancelResult.ACCEPTED);
        assertThat(server.cancelled()).containsExactly(uuid);
        Request sent = server.requests().stream()
                .filter(request -> request.method().equals("DELETE"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.url().pathSegments()).containsExactly("activities", uuid);
        assertThat(sent.url().query()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aUuidThatWouldNameAnotherResourceIsNotAskedFor(String uuid) throws Exception {
        begin(uuid);
        assertThatThrownBy(() -> join(monitor.track(uuid).cancel())).hasCauseInstanceOf(Malformed.class);
        assertThat(server.requests()).noneMatch(request -> request.method().equals("DELETE"));
    }
}

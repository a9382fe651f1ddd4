package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Refused;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are asked for. */
@Timeout(60)
class TokenSupplierTest {

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
    void theSupplierIsAskedOnceMoreAndItsNewTokenIsTried() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        Supplier<String> rotates = () -> questions.incrementAndGet() == 1 ? "old" : "good";
        try (ActivityMonitor monitor = Quick.monitor(server).token(rotates).build()) {
            join(monitor.start());
            assertThat(questions).hasValue(2);
        }
    }

    @Test
    void aTokenThatTheSupplierRepeatsIsNotTriedAgain() {
        AtomicInteger questions = new AtomicInteger();
        Supplier<String> stubborn = () -> {
            questions.incrementAndGet();
            return "bad";
        };
        try (ActivityMonitor monitor = Quick.monitor(server).token(stubborn).build()) {
            isRefused(monitor, 401);
            assertThat(questions).hasValue(2);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void twoBadTokensCostSixRequests() {
        AtomicInteger questions = new AtomicInteger();
        try (ActivityMonitor monitor = Quick.monitor(server)
                .token(() -> "bad" + questions.incrementAndGet())
                .build()) {
            isRefused(monitor, 401);
            assertThat(questions).hasValue(2);
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void aSupplierThatThrowsIsRefusedWithoutARequestAndItsMessageIsNotRepeated() {
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor = Quick.monitor(server)
                        .token(() -> {
                            throw new IllegalStateException("s3cret");
                        })
                        .build()) {
            isRefused(monitor, 0);
            assertThat(server.requests()).isEmpty();
            assertThat(monitor.status().toString()).doesNotContain("s3cret");
            assertThat(log.text()).contains("IllegalStateException").doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\r\nX-Evil: 1", "s3cret\n", "s3crét", "", " "})
    void aSupplierThatAnswersWhatNoHeaderMayHoldIsRefusedWithoutARequest(String token) {
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor =
                        Quick.monitor(server).token(() -> token).build()) {
            isRefused(monitor, 0);
            assertThat(server.requests()).isEmpty();
            assertThat(monitor.status() + log.text()).doesNotContain("s3cr");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // What callers without checks do.
    void aSupplierThatAnswersNullAsksWithoutAToken() {
        try (ActivityMonitor monitor = Quick.monitor(server).token(() -> null).build()) {
            isRefused(monitor, 401);
            assertThat(server.requests())
                    .hasSize(3)
                    .allMatch(request -> request.header("X-Plex-Token").isEmpty());
        }
    }

    @Test
    void aSupplierThatNeverAnswersIsNotWaitedForForEver() {
        CountDownLatch never = new CountDownLatch(1);
        try (ActivityMonitor monitor = Quick.monitor(server)
                .connectTimeout(Duration.ofMillis(100))
                .token(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "good";
                })
                .build()) {
            isRefused(monitor, 0);
        } finally {
            never.countDown();
        }
    }

    @Test
    void aTokenThatWasGivenToWhoAskedForTheListIsTriedByWhoAsksNext() throws Exception {
        CompletableFuture<Thread> askedForTheList = new CompletableFuture<>();
        CountDownLatch askedByTheStreams = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        Supplier<String> slow = () -> {
            int question = questions.incrementAndGet();
            try {
                if (question == 2) {
                    askedForTheList.complete(Thread.currentThread());
                    askedByTheStreams.await();
                } else if (question == 3) {
                    askedByTheStreams.countDown();
                    askedForTheList.join().join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return question == 1 ? "good" : "better";
        };
        try (ActivityMonitor monitor = Quick.monitor(server)
                .callbackExecutor(task -> new Thread(task).start())
                .token(slow)
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            listener.await(Quick.SOON, told -> told.synchronizations() == 1);
            server.faults().acceptOnly("better");
            join(askedForTheList);
            server.faults().drop(Cut.RESET);
            listener.await(Quick.SOON, told -> told.synchronizations() == 2);
            assertThat(Quick.states(listener)).doesNotContain(ConnectionState.REFUSED);
        }
    }

    @Test
    void aTokenThatIsRevokedInMidLifeIsAskedForAnew() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        try (ActivityMonitor monitor = Quick.monitor(server)
                .token(() -> questions.incrementAndGet() == 1 ? "good" : "better")
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            listener.await(Quick.SOON, told -> told.synchronizations() == 1);
            server.faults().acceptOnly("better");
            server.faults().drop(Cut.RESET);
            listener.await(Quick.SOON, told -> told.synchronizations() == 2);
            assertThat(questions).hasValue(2);
            assertThat(Quick.states(listener)).doesNotContain(ConnectionState.REFUSED);
        }
    }
}

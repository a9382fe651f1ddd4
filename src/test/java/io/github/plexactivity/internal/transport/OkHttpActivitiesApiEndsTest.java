package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.EventSourceTrial.pause;
import static io.github.plexactivity.internal.transport.EventSourceTrial.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OkHttpActivitiesApiEndsTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String EMPTY_LIST =
            "HTTP/1.1 200 OK\r\nContent-Length: 31\r\n\r\n{\"MediaContainer\":{\"size\":0}}  ";

    private final RequestTrial trial = new RequestTrial();

    @AfterEach
    void nothingStays() {
        trial.close();
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForNoLongerThanAllowed() {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitHangUp)) {
            trial.within(SHORT);
            assertLate(trial.unlisted(server));
            assertThatThrownBy(() -> trial.cancel(server, "scan-1"))
                    .hasCauseInstanceOf(MonitorException.Disconnected.class);
            soon().until(() -> server.open() == 0);
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void halfAHeadIsNoAnswer() {
        try (RawServer server = RawServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                connection.send("X-" + i + ": 1\r\n");
            }
        })) {
            assertThat(trial.within(SHORT).list(server)).isInstanceOf(Listing.Unlisted.class);
        }
    }

    @Test
    void aBodyThatStopsIsNotWaitedFor() {
        try (RawServer server = RawServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Media");
            connection.awaitHangUp();
        })) {
            Failure failure = trial.within(SHORT).unlisted(server);
            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure.error()).isInstanceOf(MonitorException.Disconnected.class);
        }
    }

    @Test
    void aBodyMayTakeLongerThanItsHeadWhileItGoesOn() {
        try (RawServer server = RawServer.start(connection -> {
            connection.send(EMPTY_LIST.substring(0, EMPTY_LIST.length() - 10));
            for (int i = 10; i > 0; i--) {
                assertThat(new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS))
                        .isFalse();
                connection.send(EMPTY_LIST.substring(EMPTY_LIST.length() - i, EMPTY_LIST.length() - i + 1));
            }
        })) {
            assertThat(trial.within(Duration.ofSeconds(1)).list(server)).isInstanceOf(Listing.Listed.class);
        }
    }

    @Test
    void aLookUpThatHangsDoesNotHoldTheAnswer() {
        CountDownLatch known = new CountDownLatch(1);
        Dns slow = host -> {
            pause(known);
            return List.of(InetAddress.getLoopbackAddress());
        };
        try (RawServer server = RawServer.start(connection -> connection.send(EMPTY_LIST))) {
            OkHttpActivitiesApi api = trial.within(SHORT)
                    .with(client -> client.dns(slow))
                    .api(URI.create("http://plex.test:" + server.port()));
            assertLate(RequestTrial.failure(api.list(uuid -> null).join()));
            known.countDown();
            trial.close();
            assertThat(server.heads()).isEmpty();
            api.close();
        }
    }

    @Test
    void anExecutorWithoutAThreadDoesNotHoldTheAnswer() {
        OkHttpActivitiesApi api = trial.within(SHORT).on(task -> {}).api(URI.create("http://127.0.0.1:1"));
        assertLate(RequestTrial.failure(api.list(uuid -> null).join()));
        api.close();
    }

    @Test
    void anExecutorThatRefusesEndsTheRequestAtOnce() {
        OkHttpActivitiesApi api = trial.on(task -> {
                    throw new RejectedExecutionException("as expected");
                })
                .api(URI.create("http://127.0.0.1:1"));
        assertThat(RequestTrial.failure(api.list(uuid -> null).join()).error()).hasMessageContaining("was not sent");
        assertThat(api.cancel("scan-1")).isCompletedExceptionally();
        api.close();
    }

    @Test
    void anEventListenerOfTheCallersThatThrowsKeepsNobodyWaiting() {
        EventListener throwing = new EventListener() {
            @Override
            public void callEnd(Call call) {
                throw new IllegalStateException("as expected");
            }

            @Override
            public void canceled(Call call) {
                throw new IllegalStateException("as expected");
            }
        };
        try (RawServer server = RawServer.start(connection -> connection.send(EMPTY_LIST))) {
            OkHttpActivitiesApi api =
                    trial.with(client -> client.eventListener(throwing)).api(server.uri());
            assertThat(api.list(uuid -> null))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isInstanceOf(Listing.Unlisted.class);
            api.close();
        }
    }

    @Test
    void anExecutorThatCanHaveNoThreadEndsTheRequestAtOnce() {
        OkHttpActivitiesApi api = trial.on(task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                })
                .api(URI.create("http://127.0.0.1:1"));
        assertThat(RequestTrial.failure(api.list(uuid -> null).join()).error()).hasMessageContaining("was not sent");
        assertThat(api.cancel("scan-1")).isCompletedExceptionally();
        api.close();
    }

    @Test
    void closingEndsWhatIsUnderWayAndLeavesNothing() {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitHangUp)) {
            OkHttpActivitiesApi api = trial.api(server.uri());
            CompletableFuture<Listing> listing = api.list(uuid -> null);
            CompletableFuture<CancelResult> cancellation = api.cancel("scan-1");
            soon().until(() -> server.heads().size() == 2);
            api.close();
            assertThat(listing).isCompletedWithValueMatching(OkHttpActivitiesApiEndsTest::isClosed);
            assertThatThrownBy(cancellation::join).hasCauseInstanceOf(MonitorException.Closed.class);
            soon().until(() -> server.open() == 0);
        }
    }

    @Test
    void afterClosingNothingIsSent() {
        try (RawServer server = RawServer.start(connection -> connection.send(EMPTY_LIST))) {
            OkHttpActivitiesApi api = trial.api(server.uri());
            api.close();
            api.close();
            assertThat(api.list(uuid -> null)).isCompletedWithValueMatching(OkHttpActivitiesApiEndsTest::isClosed);
            assertThatThrownBy(() -> api.cancel("scan-1").join()).hasCauseInstanceOf(MonitorException.Closed.class);
            trial.close();
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void closingLeavesNoKeptConnectionAndTheCallersClientUntouched() {
        try (RawServer server = RawServer.start(connection -> {
            do {
                connection.send(EMPTY_LIST);
            } while (connection.readHead());
        })) {
            OkHttpActivitiesApi api = trial.api(server.uri());
            for (int i = 0; i < 3; i++) {
                assertThat(api.list(uuid -> null).join()).isInstanceOf(Listing.Listed.class);
            }
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(server.open()).isEqualTo(1);
            api.close();
            soon().until(() -> server.open() == 0);
        }
    }

    private static boolean isClosed(Listing listing) {
        return RequestTrial.failure(listing).error() instanceof MonitorException.Closed;
    }

    private static void assertLate(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.error())
                .isInstanceOf(MonitorException.Disconnected.class)
                .hasMessageContaining("/activities: no answer came");
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.DeafServer;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The end of a monitor in every state of its link, from every kind of thread. No time-out helps: all are an hour. */
@Timeout(60)
class ClosingStatesTest {

    /** From Java 21 on. */
    private static final Optional<Method> VIRTUAL = virtual();

    private static DeafServer deaf;

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    /** Where the link is. */
    enum State {
        IDLE,
        ASKING,
        CONNECTING,
        STREAMING,
        POLLING,
        WAITING,
        REFUSED,
        CLOSED
    }

    /** Whose thread closes. */
    enum Whose {
        THE_CALLERS,
        A_POOLS,
        THE_TIMERS,
        A_VIRTUAL
    }

    static Stream<Arguments> everyStateFromEveryThread() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Whose.values()).map(whose -> Arguments.of(state, whose)));
    }

    @BeforeAll
    static void listenToNobody() throws IOException {
        deaf = new DeafServer(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterAll
    static void stopListening() throws IOException {
        deaf.close();
    }

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource
    void everyStateFromEveryThread(State state, Whose whose) throws Exception {
        Assumptions.assumeTrue(whose != Whose.A_VIRTUAL || VIRTUAL.isPresent(), "this Java has no virtual threads");
        ActivityMonitor monitor = monitor(state);
        monitor.listen(listener);
        bring(monitor, state);
        join(on(whose, monitor::close));
        assertThat(monitor.status().state()).isEqualTo(ConnectionState.CLOSED);
        answer.countDown();
        until(() -> Quick.threads().isEmpty());
        until(() -> Quick.openStreams(server) == 0);
        int told = listener.ledger().size();
        int requests = server.requests().size();
        server.begin("media.download", "Heard by nobody");
        join(on(whose, monitor::close));
        assertThat(listener.ledger()).hasSize(told);
        assertThat(server.requests()).hasSize(requests);
    }

    private ActivityMonitor monitor(State state) {
        URI to = state == State.CONNECTING ? URI.create("http://127.0.0.1:" + deaf.port()) : server.uri();
        ActivityMonitor.Builder builder =
                Quick.monitor(to).connectTimeout(Quick.NEVER).backoff(Quick.NEVER, Quick.NEVER);
        if (state == State.POLLING) {
            builder.transports(Transport.POLLING);
        }
        if (state == State.ASKING) {
            builder.token(this::answerLate);
        }
        return builder.build();
    }

    private String answerLate() {
        asked.countDown();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    private void bring(ActivityMonitor monitor, State to) throws Exception {
        if (to == State.WAITING || to == State.REFUSED) {
            int status = to == State.WAITING ? 502 : 401;
            Arrays.stream(Endpoint.values()).forEach(endpoint -> server.faults().refuse(endpoint, status));
        }
        if (to != State.IDLE) {
            CompletableFuture<Void> start = monitor.start();
            switch (to) {
                case ASKING ->
                    assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
                case CONNECTING -> until(() -> Quick.threads().contains("plex-activity-eventsource"));
                case WAITING -> Quick.until(monitor, ConnectionState.WAITING);
                case REFUSED -> Quick.until(monitor, ConnectionState.REFUSED);
                default -> join(start);
            }
        }
        if (to == State.CLOSED) {
            monitor.close();
        }
    }

    private static CompletableFuture<Void> on(Whose whose, Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable whole = () -> {
            task.run();
            done.complete(null);
        };
        switch (whose) {
            case THE_CALLERS -> whole.run();
            case A_POOLS -> CompletableFuture.runAsync(whole);
            case THE_TIMERS ->
                new CompletableFuture<Void>()
                        .orTimeout(1, TimeUnit.MILLISECONDS)
                        .whenComplete((never, late) -> whole.run());
            case A_VIRTUAL -> startVirtual(whole);
        }
        return done;
    }

    private static void startVirtual(Runnable task) {
        try {
            VIRTUAL.orElseThrow().invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Optional<Method> virtual() {
        try {
            return Optional.of(Thread.class.getMethod("startVirtualThread", Runnable.class));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}

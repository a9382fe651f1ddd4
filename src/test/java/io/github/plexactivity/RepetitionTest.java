package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Transport;
import io.github.plexactivity.soak.Vitals;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand lives, and a life of a thousand connections: what they use, they give back. */
@Timeout(240)
class RepetitionTest {

    private static final int TIMES = 1_000;

    /** Before the first look: classes are loaded, and pools are as large as they get. */
    private static final int WARM_UP = 100;

    /** What the server of the test remembers of each request is in it too. */
    private static final long HEAP_MARGIN = 8 << 20;

    private static final int FEW = 5;

    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    /** Once more and more often; looks at what is used early on and at the end. */
    private static void staysFlat(Runnable round) {
        for (int i = 0; i < WARM_UP; i++) {
            round.run();
        }
        Vitals before = Vitals.now();
        for (int i = WARM_UP; i < TIMES; i++) {
            round.run();
        }
        Vitals most = new Vitals(
                before.heap() + HEAP_MARGIN,
                before.threads() + FEW,
                before.descriptors() + FEW,
                before.sockets() + FEW);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Vitals.now()).matches(now -> isWithin(most, now), "within " + most));
    }

    private static boolean isWithin(Vitals most, Vitals now) {
        return now.heap() <= most.heap()
                && now.threads() <= most.threads()
                && now.descriptors() <= most.descriptors()
                && now.sockets() <= most.sockets();
    }

    @ParameterizedTest
    @EnumSource
    void openedAndClosedAThousandTimes(Transport transport) {
        List<WeakReference<ActivityMonitor>> lived = new ArrayList<>();
        try (CapturedLog log = new CapturedLog()) {
            staysFlat(() -> lived.add(new WeakReference<>(live(transport, lived.size() % 2 == 0))));
            assertThat(Quick.threads()).isEmpty();
            until(() -> Quick.openStreams(server) == 0);
            until(() -> {
                System.gc();
                return lived.stream().allMatch(monitor -> monitor.get() == null);
            });
            assertThat(log.ours()).isEmpty();
        }
    }

    private ActivityMonitor live(Transport transport, boolean toTheFull) {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(transport).build()) {
            monitor.listen(new RecordingListener());
            CompletableFuture<Void> start = monitor.start();
            if (toTheFull) {
                start.join();
            }
            return monitor;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void cutAndConnectedAnewAThousandTimes(Transport transport) throws Exception {
        try (ActivityMonitor monitor = Quick.monitor(server)
                .transports(transport)
                .backoff(Duration.ofMillis(1), Duration.ofMillis(2))
                .build()) {
            join(monitor.start());
            Cut[] cuts = Cut.values();
            int[] round = new int[1];
            staysFlat(() -> {
                server.faults().drop(transport, cuts[round[0]++ % cuts.length]);
                while (monitor.statistics().reconnects() < round[0]) {
                    LockSupport.parkNanos(100_000);
                }
            });
            assertThat(monitor.statistics().reconnects()).isEqualTo(TIMES);
            assertThat(server.openStreams(transport)).isOne();
            assertThat(Quick.threads()).hasSizeLessThan(2 * FEW);
        }
    }
}

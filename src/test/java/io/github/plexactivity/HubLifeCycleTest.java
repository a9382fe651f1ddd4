package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.soak.Vitals;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a hub and its servers begin and end, and what they leave behind. */
@Timeout(60)
class HubLifeCycleTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final FakePlexServer attic = FakePlexServer.start();
    private final FakePlexServer cellar = FakePlexServer.start();
    private final ActivityHub hub =
            ActivityHub.builder().startEvery(Duration.ofMillis(1)).build();
    private final HubLedger ledger = new HubLedger();

    @AfterEach
    void close() {
        hub.close();
        attic.close();
        cellar.close();
    }

    private void addBoth() {
        hub.add("attic", attic.uri(), Quick::hurry);
        hub.add("cellar", cellar.uri(), Quick::hurry);
    }

    @Test
    void aServerStartsByItselfAndWhoStartsItDoesNoHarm() throws Exception {
        ActivityMonitor monitor = hub.add("attic", attic.uri(), Quick::hurry);
        join(monitor.start());
        until(() -> monitor.status().state() == ConnectionState.CONNECTED);
        assertThat(Quick.asked(attic, Endpoint.EVENT_SOURCE)).isOne();
    }

    @Test
    void aServerRemovedBeforeItsTurnIsNeverCalled() {
        try (ActivityHub slow =
                ActivityHub.builder().startEvery(Duration.ofSeconds(1)).build()) {
            slow.add("attic", attic.uri());
            slow.add("cellar", cellar.uri());
            ActivityMonitor after = slow.add("nowhere", NOWHERE);
            assertThat(slow.remove("cellar")).isTrue();
            until(() -> after.status().state() != ConnectionState.NEW);
        }
        assertThat(cellar.requests()).isEmpty();
    }

    @Test
    void aClosedHubTakesNoServerAndShowsWhatItKnewLast() {
        hub.listen(ledger);
        addBoth();
        attic.begin("media.download", "Above");
        ledger.await("attic started Above", "cellar synchronized 0");
        hub.close();
        ledger.clear();
        assertThatThrownBy(() -> hub.add("loft", attic.uri())).isInstanceOf(IllegalStateException.class);
        hub.listen(ledger).close();
        assertThat(hub.activities()).hasSize(1);
        assertThat(hub.statuses().values()).allMatch(status -> status.state() == ConnectionState.CLOSED);
        assertThat(ledger.lines()).isEmpty();
        until(() -> Quick.threads().isEmpty());
        hub.close();
    }

    @Test
    void itMayBeClosedFromInsideACallbackOrBySeveralThreads() {
        CountDownLatch closed = new CountDownLatch(1);
        hub.listen(new HubListener() {
            @Override
            public void onStarted(String server, Activity activity) {
                hub.close();
                closed.countDown();
            }
        });
        addBoth();
        attic.begin("media.download", "Above");
        until(() -> closed.getCount() == 0);
        until(() -> Quick.openStreams(attic) + Quick.openStreams(cellar) == 0);
        until(() -> Quick.threads().isEmpty());
    }

    @Test
    void requestsCallbacksAndReadersRunOnWhatTheBuilderWasGivenWhichWorksOn() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "users-own"));
        Set<Integer> called = ConcurrentHashMap.newKeySet();
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    called.add(chain.request().url().port());
                    return chain.proceed(chain.request());
                })
                .build();
        AtomicReference<String> calledOn = new AtomicReference<>("");
        CountDownLatch readers = new CountDownLatch(2);
        try (ActivityHub given = ActivityHub.builder()
                .client(client)
                .callbackExecutor(executor)
                .threadFactory(task -> {
                    readers.countDown();
                    return new Thread(task);
                })
                .build()) {
            given.listen(new HubListener() {
                @Override
                public void onStarted(String server, Activity activity) {
                    calledOn.set(Thread.currentThread().getName());
                }
            });
            given.add("attic", attic.uri());
            given.add("cellar", cellar.uri());
            attic.begin("media.download", "Above");
            until(() -> "users-own".equals(calledOn.get()));
            until(() -> readers.getCount() == 0);
            until(() -> called.containsAll(
                    List.of(attic.uri().getPort(), cellar.uri().getPort())));
        }
        assertThat(join(CompletableFuture.supplyAsync(() -> "still", executor))).isEqualTo("still");
        executor.shutdown();
    }

    /** Each would be waited for by itself for a second. */
    @Test
    void manyAreClosedInTheTimeOfOne() {
        CountDownLatch end = new CountDownLatch(1);
        ActivityHub many = ActivityHub.builder()
                .startEvery(Duration.ofMillis(1))
                .threadFactory(task -> new Thread(() -> {
                    task.run();
                    awaitQuietly(end);
                }))
                .build();
        for (int i = 0; i < 100; i++) {
            many.add("attic " + i, attic.uri());
        }
        until(() -> Quick.openStreams(attic) == 100);
        many.close();
        end.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.MINUTES); // Longer than the test may take.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void threadsAndSocketsStayFlatHoweverManyComeAndGo() {
        addBoth();
        hub.listen(ledger);
        comeAndGo(20);
        Vitals before = Vitals.now();
        comeAndGo(150);
        until(() -> {
            Vitals after = Vitals.now();
            return after.threads() <= before.threads() + 5 && after.sockets() <= before.sockets() + 5;
        });
    }

    private void comeAndGo(int times) {
        for (int i = 0; i < times; i++) {
            ActivityMonitor monitor = hub.add("guest", attic.uri(), Quick::hurry);
            until(() -> monitor.status().state() == ConnectionState.CONNECTED);
            hub.remove("guest");
        }
    }

    @Test
    void aServerThatWasRemovedIsNotKept() {
        hub.listen(ledger);
        WeakReference<ActivityMonitor> removed = new WeakReference<>(hub.add("guest", attic.uri(), Quick::hurry));
        ledger.await("guest synchronized 0");
        hub.remove("guest");
        until(() -> {
            System.gc();
            return removed.get() == null;
        });
    }
}

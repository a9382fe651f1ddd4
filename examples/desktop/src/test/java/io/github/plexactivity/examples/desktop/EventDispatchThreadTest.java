package io.github.plexactivity.examples.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.testkit.FakePlexServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** What the window relies on when it has the monitor call back on the event dispatch thread. */
class EventDispatchThreadTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int UPDATES = 5_000;

    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger mostQueued = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    private void invokeLater(Runnable task) {
        mostQueued.accumulateAndGet(queued.incrementAndGet(), Math::max);
        SwingUtilities.invokeLater(() -> {
            queued.decrementAndGet();
            task.run();
        });
    }

    @Test
    void aFloodOfUpdatesIsOneTaskInTheQueueAndIsTakenTogether() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        Activities activities = new Activities();
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri())
                        .callbackExecutor(this::invokeLater)
                        .build()) {
            monitor.start().get(30, TimeUnit.SECONDS);
            monitor.listen(activities);
            monitor.listen(new Counting());
            String uuid = server.begin("library.update.section", "Scanning").uuid();
            await().atMost(LONG).until(() -> told.get() == 1);

            SwingUtilities.invokeLater(() -> awaitQuietly(busy));
            mostQueued.set(0);
            for (int update = 1; update <= UPDATES; update++) {
                server.advance(uuid, 100.0 * update / UPDATES);
            }
            await().atMost(LONG)
                    .until(() -> monitor.activities().get(uuid).progress().getAsDouble() == 100);
            assertThat(mostQueued).hasValueLessThanOrEqualTo(2);

            busy.countDown();
            await().atMost(LONG)
                    .until(() -> onEventThread(() -> activities.row(0).state()).equals("100 %"));
            assertThat(told).hasValueLessThan(10);
        }
    }

    @Test
    void allThatIsToldAndTheAnswersToQuestionsComeOnTheEventDispatchThread() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Desktop.monitor(server.uri(), null)) {
            assertThat(comesOnEventThread(monitor::start)).isTrue();
            Activity download = server.begin("media.download", "Downloading");
            assertThat(comesOnEventThread(monitor.track(download.uuid())::cancel))
                    .isTrue();
        }
    }

    /** Asked from that thread, as the window does: no answer can be there before somebody waits for it. */
    private static boolean comesOnEventThread(Supplier<? extends CompletableFuture<?>> question) throws Exception {
        return onEventThread(() -> question.get().thenApply(answer -> SwingUtilities.isEventDispatchThread()))
                .get(30, TimeUnit.SECONDS);
    }

    private static <T> T onEventThread(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Counting implements ActivityListener {
        @Override
        public void onStarted(Activity activity) {
            assertThat(SwingUtilities.isEventDispatchThread()).isTrue();
            told.incrementAndGet();
        }

        @Override
        public void onProgress(Activity previous, Activity current) {
            told.incrementAndGet();
        }
    }
}

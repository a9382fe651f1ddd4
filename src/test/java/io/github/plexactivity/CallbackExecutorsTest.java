package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks on an executor of the caller's. */
@Timeout(60)
class CallbackExecutorsTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();
    private final RecordingListener second = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private void tellsAWholeStory() throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        server.advance(job.uuid(), 50);
        server.end(job.uuid());
        listener.awaitEnd(job.uuid(), SOON);
        second.awaitEnd(job.uuid(), SOON);
        listener.verify();
        second.verify();
    }

    @Test
    void allUserCodeRunsOnTheOneThreadGiven() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (ActivityMonitor monitor = Quick.monitor(server)
                .callbackExecutor(one)
                .token(() -> {
                    threads.add(thread());
                    return "token";
                })
                .build()) {
            monitor.listen(activity -> threads.add(thread()), new ActivityListener() {
                @Override
                public void onStarted(Activity activity) {
                    threads.add(thread());
                }
            });
            monitor.listen(listener);
            monitor.listen(second);
            join(monitor.start());
            tellsAWholeStory();
            server.faults().hold(Endpoint.CANCEL); // A future that is done runs what is asked of it where it is asked.
            CompletableFuture<Void> dependent = monitor.track("x").cancel().thenRun(() -> threads.add(thread()));
            server.faults().heal();
            join(dependent);
        }
        assertThat(threads).containsOnly("mine");
        assertThat(one.isShutdown()).as("never by us").isFalse();
        one.shutdown();
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    @Test
    void aDirectExecutorWorks() throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).callbackExecutor(Runnable::run).build()) {
            monitor.listen(listener);
            monitor.listen(second);
            join(monitor.start());
            tellsAWholeStory();
            Activity job = server.begin("media.download", "Download");
            join(monitor.track(job.uuid()).cancel());
            listener.awaitEnd(job.uuid(), SOON);
        }
    }

    @Test
    void anExecutorThatRefusesForAWhileDelaysAndLosesNothing() throws Exception {
        AtomicBoolean refuses = new AtomicBoolean();
        ExecutorService pool = Executors.newCachedThreadPool();
        Executor moody = task -> {
            if (refuses.get()) {
                throw new RejectedExecutionException("not now");
            }
            pool.execute(task);
        };
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor =
                        Quick.monitor(server).callbackExecutor(moody).build()) {
            monitor.listen(listener);
            monitor.listen(second);
            join(monitor.start());
            refuses.set(true);
            Activity missed = server.begin("media.download", "While it refuses");
            server.end(missed.uuid());
            until(() -> monitor.statistics().executorRefusals() > 0);
            refuses.set(false);
            tellsAWholeStory();
            listener.awaitEnd(missed.uuid(), SOON);
            assertThat(log.ours("WARN")).as("told once").hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anExecutorThatWasShutDownCostsTheCallbacksAndNotTheFutures() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        try (CapturedLog log = new CapturedLog();
                ActivityMonitor monitor =
                        Quick.monitor(server).callbackExecutor(pool).build()) {
            monitor.listen(listener);
            join(monitor.start());
            pool.shutdown();
            Activity job = server.begin("media.download", "Download");
            until(() -> monitor.activities().containsKey(job.uuid()));
            join(monitor.resync());
            server.end(job.uuid());
            join(monitor.track(job.uuid()).ended());
            assertThat(log.ours("WARN")).hasSize(1);
        }
    }
}

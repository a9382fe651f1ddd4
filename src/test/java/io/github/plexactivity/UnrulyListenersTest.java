package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners that are slow, block or throw. */
@Timeout(60)
class UnrulyListenersTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor = Quick.monitor(server).build();
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void start() throws Exception {
        join(monitor.start());
    }

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private void tellsAWholeStory(RecordingListener to) throws InterruptedException {
        Activity job = server.begin("media.download", "Download");
        server.advance(job.uuid(), 50);
        server.end(job.uuid());
        to.awaitEnd(job.uuid(), SOON);
        to.verify();
    }

    @Test
    void aListenerThatBlocksForEverDelaysNoOther() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                blocked.countDown();
                awaitQuietly(never);
            }
        });
        monitor.listen(listener);
        tellsAWholeStory(listener);
        blocked.await();
        tellsAWholeStory(listener);
        join(monitor.resync());
        never.countDown();
    }

    @Test
    void aListenerThatWasSlowIsGivenEveryStartAndEndAndTheLastProgress() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        RecordingListener slow = new RecordingListener();
        monitor.listen(new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                awaitQuietly(gate);
                slow.onStarted(activity);
            }

            @Override
            public void onProgress(Activity previous, Activity current) {
                slow.onProgress(previous, current);
            }

            @Override
            public void onEnded(Ending ending) {
                slow.onEnded(ending);
            }
        });
        monitor.listen(listener);
        Activity runs = server.begin("media.download", "Runs");
        for (int i = 1; i <= 90; i++) {
            server.advance(runs.uuid(), i);
        }
        tellsAWholeStory(listener);
        gate.countDown();

        until(() -> slow.running().equals(Set.of(runs.uuid())) && slow.changes().size() >= 4);
        slow.verify();
        List<ActivityChange> story = slow.story(runs.uuid());
        assertThat(story.get(story.size() - 1).activity().progress()).hasValue(90);
        assertThat(story).as("conflated").hasSizeLessThan(10);
    }

    @Test
    void whatAListenerThrowsHarmsNeitherItselfNorOthers() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (CapturedLog log = new CapturedLog()) {
            monitor.listen(new ActivityListener() {
                @Override
                public void onStarted(Activity activity) {
                    told.add("started");
                    throw new IllegalStateException("mine");
                }

                @Override
                public void onProgress(Activity previous, Activity current) {
                    told.add("progress");
                    throw new StackOverflowError("mine");
                }

                @Override
                public void onEnded(Ending ending) {
                    told.add("ended");
                    throw new AssertionError("mine");
                }
            });
            monitor.listen(listener);
            tellsAWholeStory(listener);
            until(() -> told.size() >= 2 && told.get(told.size() - 1).equals("ended"));
            assertThat(told).startsWith("started");
            until(() -> monitor.statistics().listenerErrors() == told.size());
            assertThat(log.text()).contains("mine");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

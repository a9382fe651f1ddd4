package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads: two bring events through a lock, and a pool too small for its listeners tells them. */
class DeliveryStressTest {
    private static final int STORIES = 4_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final ExecutorService pushers = Executors.newFixedThreadPool(2);
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
    private final Dispatcher dispatcher = new Dispatcher(pool, new Counters(), 10 * STORIES, new Left(afterwards));

    /** Plain fields on purpose: they are right only if its calls come one at a time, each seeing the last. */
    private static final class Careful implements ActivityListener {
        final AtomicBoolean busy = new AtomicBoolean();
        final AtomicInteger broken = new AtomicInteger();
        final AtomicInteger ends = new AtomicInteger();
        final Map<String, Activity> known = new HashMap<>();

        private void call(Runnable change) {
            if (!busy.compareAndSet(false, true)) {
                broken.incrementAndGet();
            }
            change.run();
            busy.set(false);
        }

        private void check(boolean holds) {
            if (!holds) {
                broken.incrementAndGet();
            }
        }

        @Override
        public void onStarted(Activity activity) {
            call(() -> check(known.put(activity.uuid(), activity) == null));
        }

        @Override
        public void onProgress(Activity previous, Activity current) {
            call(() -> check(previous.equals(known.put(current.uuid(), current))));
        }

        @Override
        public void onEnded(Ending ending) {
            call(() -> check(known.remove(ending.activity().uuid()) != null));
            ends.incrementAndGet();
        }
    }

    @AfterEach
    void shutDown() throws InterruptedException {
        pushers.shutdownNow();
        pool.shutdownNow();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private void inside(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
        for (Runnable task = afterwards.poll(); task != null; task = afterwards.poll()) {
            task.run();
        }
    }

    private void pushStories(String name) {
        for (int i = 0; i < STORIES; i++) {
            String uuid = name + i;
            for (ActivityChange change :
                    List.of(started(uuid, 0), updated(uuid, 0, 1), updated(uuid, 1, 2), ended(uuid, 100))) {
                inside(() -> dispatcher.push(List.of(change)));
            }
        }
    }

    @Test
    void callsToOneListenerNeverOverlapAndEveryStoryIsWhole() throws Exception {
        List<Careful> listeners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Careful listener = new Careful();
            listeners.add(listener);
            Mailbox mailbox = dispatcher.mailbox(ActivityFilter.any(), listener);
            inside(() -> dispatcher.add(mailbox, LoopInHand.NOTHING));
        }
        Future<?> one = pushers.submit(() -> pushStories("a"));
        Future<?> other = pushers.submit(() -> pushStories("b"));
        for (int i = 0; i < 500; i++) { // come and go meanwhile
            Mailbox mailbox = dispatcher.mailbox(ActivityFilter.any(), new Careful());
            inside(() -> dispatcher.add(mailbox, LoopInHand.NOTHING));
            mailbox.close();
        }
        one.get(60, TimeUnit.SECONDS);
        other.get(60, TimeUnit.SECONDS);
        for (Careful listener : listeners) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> listener.ends.get() == 2 * STORIES);
            assertThat(listener.broken).hasValue(0);
        }
    }
}

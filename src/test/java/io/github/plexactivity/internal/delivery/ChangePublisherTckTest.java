package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.ChangeRules;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A publisher of changes keeps the rules of Reactive Streams. */
class ChangePublisherTckTest {

    @TestFactory
    Stream<DynamicTest> aPublisherOfChangesKeepsTheRulesOfReactiveStreams() {
        return ChangeRules.tests(Dispatched::new);
    }

    /** As many activities run as are wanted, at most a thousand; where that is not enough, more begin as these are told. */
    private static final class Dispatched implements ChangeRules.Source {

        private static final long MOST_AT_FIRST = 1_000;

        private final ExecutorService pool = Executors.newCachedThreadPool();
        private final ReentrantLock lock = new ReentrantLock();
        private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
        private final AtomicLong told = new AtomicLong();
        private final Dispatcher dispatcher = new Dispatcher(pool, new Counters(), 1_000, new Left(afterwards));

        @Override
        public Flow.Publisher<ActivityChange> publisher(long elements) {
            List<Activity> living = LongStream.range(0, Math.min(elements, MOST_AT_FIRST))
                    .mapToObj(i -> Changes.activity("u" + i, 0))
                    .toList();
            Flow.Publisher<ActivityChange> publisher = dispatcher.publisher(ActivityFilter.any(), mailbox -> {
                inside(() -> dispatcher.add(mailbox, new Present(Optional.empty(), living, Optional.empty())));
                if (elements == 0) {
                    inside(dispatcher::close);
                }
            });
            return subscriber -> publisher.subscribe(
                    subscriber == null ? null : new ChangeRules.Watched(subscriber, () -> goOn(elements)));
        }

        private void goOn(long elements) {
            long next = told.incrementAndGet();
            if (next == elements) {
                inside(dispatcher::close);
            } else if (elements > MOST_AT_FIRST) {
                inside(() -> dispatcher.push(List.of(Changes.started("more-" + next, 0))));
            }
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

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}

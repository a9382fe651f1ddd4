package io.github.plexactivity.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** The rules of Reactive Streams, by their own test kit; each of its methods is run as a test of ours. */
class ChangePublisherTckTest {

    @TestFactory
    Stream<DynamicTest> aPublisherOfChangesKeepsTheRulesOfReactiveStreams() {
        return Arrays.stream(Rules.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> verify(method)));
    }

    private static void verify(Method method) throws Throwable {
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            Rules rules = new Rules(pool);
            rules.setUp();
            method.invoke(rules);
        } catch (InvocationTargetException failure) {
            Throwable cause = requireNonNull(failure.getCause());
            Assumptions.assumeFalse(cause instanceof SkipException, cause.getMessage());
            throw cause;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Public, since the kit's methods are called by name. */
    public static final class Rules extends FlowPublisherVerification<ActivityChange> {
        private final ExecutorService pool;

        Rules(ExecutorService pool) {
            super(new TestEnvironment(500, 50));
            this.pool = pool;
        }

        @Override
        public long maxElementsFromPublisher() {
            return 1_000;
        }

        /** As many activities run as the kit wants elements; the monitor is closed when all were told. */
        @Override
        public Flow.Publisher<ActivityChange> createFlowPublisher(long elements) {
            Source source = new Source(pool, elements);
            return subscriber -> source.publisher().subscribe(subscriber == null ? null : source.counted(subscriber));
        }

        @Override
        public Flow.@Nullable Publisher<ActivityChange> createFailedFlowPublisher() {
            return null; // it never fails
        }
    }

    private static final class Source {
        private final ReentrantLock lock = new ReentrantLock();
        private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
        private final List<Activity> living;
        private final Dispatcher dispatcher;

        Source(ExecutorService pool, long elements) {
            living = LongStream.range(0, elements)
                    .mapToObj(i -> Changes.activity("u" + i, 0))
                    .toList();
            dispatcher = new Dispatcher(pool, new Counters(), 1_000, new Left(afterwards));
        }

        Flow.Publisher<ActivityChange> publisher() {
            return dispatcher.publisher(ActivityFilter.any(), mailbox -> {
                inside(() -> dispatcher.add(mailbox, new Present(Optional.empty(), living, Optional.empty())));
                if (living.isEmpty()) {
                    inside(dispatcher::close);
                }
            });
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

        Flow.Subscriber<ActivityChange> counted(Flow.Subscriber<? super ActivityChange> subscriber) {
            return new Flow.Subscriber<>() {
                private int told;

                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscriber.onSubscribe(subscription);
                }

                @Override
                public void onNext(ActivityChange change) {
                    subscriber.onNext(change);
                    told++;
                    if (told == living.size()) {
                        inside(dispatcher::close);
                    }
                }

                @Override
                public void onError(Throwable error) {
                    subscriber.onError(error);
                }

                @Override
                public void onComplete() {
                    subscriber.onComplete();
                }
            };
        }
    }
}

package io.github.plexactivity;

import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code changes()} answers keeps the rules of Reactive Streams, with a server behind it. */
class ChangesTckTest {

    private static FakePlexServer server;

    @BeforeAll
    static void start() {
        server = FakePlexServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> theChangesOfAMonitorKeepTheRulesOfReactiveStreams() {
        return ChangeRules.tests(() -> new Monitored(server));
    }

    /** Activities run before the monitor starts, and more begin as these are told where many are wanted. */
    private static final class Monitored implements ChangeRules.Source {

        private static final long MOST_AT_FIRST = 100;

        private final FakePlexServer server;
        private final ActivityMonitor monitor;
        private final AtomicLong told = new AtomicLong();

        Monitored(FakePlexServer server) {
            this.server = server;
            this.monitor = Quick.monitor(server).build();
        }

        @Override
        public Flow.Publisher<ActivityChange> publisher(long elements) {
            server.activities().forEach(activity -> server.vanish(activity.uuid()));
            for (long i = Math.min(elements, MOST_AT_FIRST); i > 0; i--) {
                server.begin("media.download", "Download");
            }
            monitor.start().orTimeout(Quick.SOON.toSeconds(), TimeUnit.SECONDS).join();
            Flow.Publisher<ActivityChange> changes = monitor.changes(ActivityFilter.any());
            return subscriber -> {
                changes.subscribe(
                        subscriber == null ? null : new ChangeRules.Watched(subscriber, () -> goOn(elements)));
                if (elements == 0) {
                    monitor.close();
                }
            };
        }

        private void goOn(long elements) {
            long now = told.incrementAndGet();
            if (now == elements) {
                monitor.close();
            } else if (elements > MOST_AT_FIRST) {
                server.begin("media.download", "Download");
            }
        }

        @Override
        public void close() {
            monitor.close();
        }
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The threads of a monitor, seen from outside. */
@Timeout(60)
class ThreadsTest {

    @ParameterizedTest
    @CsvSource({"EVENT_SOURCE, plex-activity-eventsource", "WEB_SOCKET, plex-activity-websocket"})
    void aThreadThatReadsIsADaemonAndSaysWhoseItIsWhoeverMadeIt(Transport transport, String name) throws Exception {
        List<Thread> made = new CopyOnWriteArrayList<>();
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server)
                        .transports(transport)
                        .threadFactory(task -> {
                            Thread thread = new Thread(task, "anonymous");
                            made.add(thread);
                            return thread;
                        })
                        .build()) {
            join(monitor.start());
            assertThat(made)
                    .singleElement()
                    .matches(Thread::isDaemon)
                    .extracting(Thread::getName)
                    .isEqualTo(name);
        }
    }

    @Test
    void aFactoryThatMakesNoThreadCostsTheStreamsAndNotTheMonitor() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server)
                        .threadFactory(task -> {
                            throw new IllegalStateException("no thread today");
                        })
                        .build()) {
            join(monitor.start());
            assertThat(monitor.status().transport()).contains(Transport.POLLING);
        }
    }
}

package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Request;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The threads of a monitor, seen from outside. */
@Timeout(120)
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

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aFactoryThatStartsItsThreadsItselfCostsTheStreamsAndLeavesNoThread(Transport transport) throws Exception {
        List<Thread> made = new CopyOnWriteArrayList<>();
        try (FakePlexServer server = FakePlexServer.start()) {
            server.faults().hold(Endpoint.valueOf(transport.name()));
            try (ActivityMonitor monitor = Quick.monitor(server)
                    .transports(transport, Transport.POLLING)
                    .threadFactory(task -> {
                        Thread thread = new Thread(task);
                        thread.start();
                        made.add(thread);
                        return thread;
                    })
                    .build()) {
                join(monitor.start());
                assertThat(monitor.status().transport()).contains(Transport.POLLING);
            }
            Quick.until(() -> made.stream().noneMatch(Thread::isAlive));
        }
    }

    /** The timer of the JDK and the threads of the HTTP library, which all its users share, are daemons too. */
    @ParameterizedTest
    @EnumSource
    void whateverThreadAMonitorMakesIsADaemonAndNamed(Transport transport) throws Exception {
        Set<Thread> made;
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor =
                        Quick.monitor(server).transports(transport).build()) {
            join(monitor.start());
            made = new HashSet<>(Thread.getAllStackTraces().keySet());
            join(monitor.track("none").cancel());
            made.addAll(Thread.getAllStackTraces().keySet());
        }
        assertThat(made)
                .filteredOn(thread -> thread.getName().startsWith("plex-activity"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void aProgramThatForgetsItsMonitorsEnds() throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            List<String> command = JavaCommand.begun();
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    ForgetfulProgram.class.getName(),
                    server.uri().toString()));
            Process program = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(program.exitValue()).isZero();
                assertThat(server.requests())
                        .extracting(Request::endpoint)
                        .contains(Endpoint.EVENT_SOURCE, Endpoint.WEB_SOCKET, Endpoint.LIST);
            } finally {
                program.destroyForcibly();
            }
        }
    }

    /** Starts a monitor of each kind and leaves {@code main}. */
    static final class ForgetfulProgram {

        private ForgetfulProgram() {}

        public static void main(String... arguments) {
            for (Transport transport : Transport.values()) {
                ActivityMonitor.builder(URI.create(arguments[0]))
                        .transports(transport)
                        .build()
                        .start()
                        .join();
            }
        }
    }
}

package io.github.plexactivity.proxies;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.MonitorException.Rejected;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy answers in the server's place: it is down, busy, or wants a login first. */
@Tag("proxies")
@Timeout(60)
class OutageBehindProxyTest {

    @ParameterizedTest
    @CsvSource({"NGINX_RIGHT, 502", "HAPROXY_RIGHT, 503", "CADDY_RIGHT, 502"})
    void whatARestartOfTheServerEndedEndsOnceAndIsNotTakenForCompleted(Setup setup, int status) throws Exception {
        try (Behind behind = Behind.proxy(setup);
                ActivityMonitor monitor = onlyByEvents(behind)) {
            monitor.listen(behind.listener);
            join(monitor.start());
            Activity old = behind.begun();
            behind.server.faults().stop();
            until(() -> isTold(monitor.status(), status));
            assertThat(monitor.activities()).containsOnlyKeys(old.uuid());

            behind.server.faults().restart();
            untilConnected(monitor, Transport.EVENT_SOURCE);
            Ending ending = behind.listener.awaitEnd(old.uuid(), SOON);
            assertThat(ending.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(ending.evidence()).isEqualTo(Evidence.NOT_LISTED);
            behind.end(behind.begun());
        }
    }

    private static boolean isTold(ConnectionStatus status, int answer) {
        return status.lastError()
                .filter(error -> String.valueOf(error.getMessage()).endsWith("was answered " + answer))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_RIGHT", "HAPROXY_RIGHT", "CADDY_RIGHT"})
    void aProxyThatRestartsCostsAReconnectAndNothingElse(Setup setup) throws Exception {
        try (Behind behind = Behind.proxy(setup);
                ActivityMonitor monitor = onlyByEvents(behind)) {
            monitor.listen(behind.listener);
            join(monitor.start());
            Activity job = behind.begun();
            behind.proxy.stop();
            Quick.until(monitor, ConnectionState.WAITING);
            behind.proxy.startAgain();
            untilConnected(monitor, Transport.EVENT_SOURCE);
            assertThat(monitor.activities()).containsOnlyKeys(job.uuid());
            behind.end(job);
        }
    }

    @Test
    void aProxyThatAsksForTimeIsGivenIt() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_MAINTENANCE);
                ActivityMonitor monitor = onlyByEvents(behind)) {
            monitor.listen(behind.listener);
            join(monitor.start());
            Activity job = behind.begun();
            behind.proxy.put("503");
            behind.server.faults().drop(Cut.FIN);
            until(() -> isTold(monitor.status(), 503) && monitor.status().state() == ConnectionState.WAITING);
            ConnectionStatus waiting = monitor.status();
            assertThat(waiting.nextAttempt().orElseThrow())
                    .as("three seconds are asked for, and less than one would be waited without")
                    .isAfter(waiting.since().plusSeconds(1));

            behind.proxy.remove("503");
            untilConnected(monitor, Transport.EVENT_SOURCE);
            behind.end(job);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "redirect", "elsewhere"})
    void aLoginPageEndsNothingAndIsTold(String kind) throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_MAINTENANCE);
                ActivityMonitor monitor = onlyByEvents(behind)) {
            monitor.listen(behind.listener);
            join(monitor.start());
            Activity job = behind.begun();
            behind.proxy.put(kind);
            until(() -> monitor.statistics().failedSnapshots() >= 2);
            assertThat(monitor.status().transport()).contains(Transport.EVENT_SOURCE);

            behind.server.faults().drop(Cut.FIN);
            until(() -> monitor.status().state() == ConnectionState.WAITING
                    && monitor.status().failures() >= 6);
            assertThat(monitor.status().lastError()).get().isInstanceOf(Rejected.class);
            assertThat(behind.listener.running()).containsExactly(job.uuid());

            behind.proxy.remove(kind);
            untilConnected(monitor, Transport.EVENT_SOURCE);
            behind.end(job);
        }
    }

    @Test
    void whoeverStartsBeforeALoginPageIsConnectedOnceItIsGone() throws Exception {
        try (Behind behind = Behind.proxy(Setup.NGINX_MAINTENANCE);
                ActivityMonitor monitor = behind.monitor().build()) {
            behind.proxy.put("login");
            monitor.listen(behind.listener);
            CompletableFuture<Void> started = monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            assertThat(monitor.status().lastError()).get().isInstanceOf(Rejected.class);
            assertThat(started).isNotDone();
            assertThat(behind.listener.synchronizations()).isZero();
            assertThat(behind.server.requests()).isEmpty();

            behind.proxy.remove("login");
            join(started);
            behind.end(behind.begun());
        }
    }

    /** Where the way is free just when the first stream failed, another one would be taken. */
    private static ActivityMonitor onlyByEvents(Behind behind) {
        return behind.monitor().transports(Transport.EVENT_SOURCE).build();
    }
}

package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a stream that will hardly be others in a moment. */
@Timeout(60)
class SlowRetryTest {

    @ParameterizedTest
    @CsvSource({
        "EVENT_SOURCE, 403, REFUSED",
        "WEB_SOCKET, 403, REFUSED",
        "EVENT_SOURCE, 204, WAITING",
        "WEB_SOCKET, 204, WAITING",
        "EVENT_SOURCE, 200, WAITING",
        "WEB_SOCKET, 200, WAITING"
    })
    void anAnswerThatIsNoStreamIsToldAndTriedAgainSlowly(Transport only, int status, ConnectionState state) {
        String answer = "HTTP/1.1 " + status + " That\r\n" + (status == 204 ? "" : "Content-Length: 0\r\n") + "\r\n";
        try (RawServer server = RawServer.start(connection -> connection.send(answer));
                ActivityMonitor monitor = Quick.monitor(server.uri())
                        .transports(only)
                        .backoff(Duration.ofMinutes(1), Duration.ofMinutes(2))
                        .build()) {
            monitor.start();
            Quick.until(monitor, state);
            ConnectionStatus told = monitor.status();
            assertThat(told.lastError()).get().extracting(SlowRetryTest::status).isEqualTo(status);
            assertThat(Duration.between(told.since(), told.nextAttempt().orElseThrow()))
                    .isGreaterThan(Duration.ofSeconds(29));
            assertThat(server.heads()).hasSize(1);
        }
    }

    private static int status(MonitorException error) {
        return error instanceof MonitorException.Refused refused
                ? refused.status()
                : ((MonitorException.Rejected) error).status();
    }
}

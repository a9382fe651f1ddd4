package io.github.plexactivity.examples.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;

class PlexActivityHealthIndicatorTest {

    private static Health health(ConnectionState state, Transport transport, int failures) {
        ConnectionStatus status = new ConnectionStatus(
                state,
                Optional.ofNullable(transport),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                failures,
                Optional.empty(),
                failures == 0
                        ? Optional.empty()
                        : Optional.of(new MonitorException.Disconnected("nobody there", null)));
        return new PlexActivityHealthIndicator(() -> status).health();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW,,0,UNKNOWN",
        "CONNECTING,,0,UNKNOWN",
        "CONNECTING,,1,UNKNOWN",
        "CONNECTING,,2,DOWN",
        "CONNECTED,EVENT_SOURCE,0,UP",
        "CONNECTED,WEB_SOCKET,0,UP",
        "CONNECTED,POLLING,2,UP",
        "WAITING,,3,DOWN",
        "REFUSED,,1,DOWN",
        "CLOSED,,0,OUT_OF_SERVICE"
    })
    void theHealthFollowsTheConnection(ConnectionState state, Transport transport, int failures, String expected) {
        Health health = health(state, transport, failures);
        assertThat(health.getStatus().getCode()).isEqualTo(expected);
        assertThat(health.getDetails()).containsEntry("state", state);
        if (failures > 0) {
            assertThat(health.getDetails()).containsEntry("lastError", "nobody there");
        }
        if (transport != null) {
            assertThat(health.getDetails()).containsEntry("transport", transport);
        }
    }
}

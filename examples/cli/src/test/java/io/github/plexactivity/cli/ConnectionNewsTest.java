package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionNewsTest {
    private static final MonitorException WHY = new MonitorException.Disconnected("the cable is out", null);

    private final StringWriter err = new StringWriter();
    private final ConnectionNews news = new ConnectionNews(new PrintWriter(err, true));

    @Test
    void thatAllIsWellFromTheStartIsNone() {
        tell(ConnectionState.CONNECTING, Optional.empty());
        tell(ConnectionState.CONNECTED, Optional.empty());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void thatItIsConnectedByALesserWayIs() {
        tell(ConnectionState.CONNECTED, Optional.of(WHY));
        assertThat(err.toString()).containsOnlyOnce("connected by polling (the cable is out)");
    }

    @Test
    void aLossIsToldAtOnceAndEachWaitButNotEachAttempt() {
        tell(ConnectionState.CONNECTED, Optional.empty());
        tell(ConnectionState.CONNECTING, Optional.empty());
        tell(ConnectionState.WAITING, Optional.of(WHY));
        tell(ConnectionState.CONNECTING, Optional.empty());
        tell(ConnectionState.CONNECTED, Optional.empty());
        tell(ConnectionState.CLOSED, Optional.empty());
        assertThat(err.toString().lines())
                .containsExactly(
                        "connection lost, connecting ...",
                        "connection lost, reconnecting ... (the cable is out)",
                        "connected by polling");
    }

    private void tell(ConnectionState state, Optional<MonitorException> error) {
        Optional<Transport> transport =
                state == ConnectionState.CONNECTED ? Optional.of(Transport.POLLING) : Optional.empty();
        news.onConnection(new ConnectionStatus(
                state, transport, Instant.EPOCH, Optional.empty(), Optional.empty(), 0, Optional.empty(), error));
    }
}

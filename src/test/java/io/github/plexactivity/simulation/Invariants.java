package io.github.plexactivity.simulation;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import java.util.Optional;

/** What holds at every step: the connection is what the monitor says it is, it never goes silent, and holds no end back. */
final class Invariants {

    private final World world;
    private final SimulatedStreams streams;
    private final SimulatedApi api;
    private final VirtualLoop loop;
    private final VirtualExecutor executor;

    Invariants(Stage stage) {
        this.world = stage.world;
        this.streams = stage.streams;
        this.api = stage.api;
        this.loop = stage.loop;
        this.executor = stage.executor;
    }

    void check() {
        ConnectionStatus status = world.status().get();
        boolean kept = switch (status.state()) {
            case NEW, CLOSED -> streams.isEmpty();
            case CONNECTING -> isUnderWay();
            case CONNECTED ->
                status.transport().equals(Optional.of(Transport.POLLING))
                        ? api.isListing() || loop.timers() > 0
                        : streams.inUse().isPresent();
            case WAITING, REFUSED -> status.nextAttempt().isPresent() && loop.timers() > 0;
        };
        if (!kept) {
            world.ledger().violated("silently dead: " + status);
        }
        if (status.state() != ConnectionState.CONNECTED
                && streams.open().stream().anyMatch(SimulatedStream::isAnswered)) {
            world.ledger().violated("a stream is open and nobody hears it: " + status);
        }
        streams.requireNoneHeldBack();
    }

    private boolean isUnderWay() {
        return !streams.isEmpty() || api.isListing() || executor.waiting() > 0;
    }
}

package io.github.plexactivity.examples.springboot.autoconfigure;

import io.github.plexactivity.model.ConnectionStatus;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of the connection: up while connected, polling included; unknown while it is opened at first, or anew after it was
 * cut, which proxies do to idle ones as a matter of course; else down. It tells of the Plex server, not of this application: a restart would mend nothing, so keep it out of liveness.
 */
final class PlexActivityHealthIndicator implements HealthIndicator {
    private final Supplier<ConnectionStatus> connection;

    PlexActivityHealthIndicator(Supplier<ConnectionStatus> connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        ConnectionStatus status = connection.get();
        Health.Builder health = switch (status.state()) {
            case CONNECTED -> Health.up();
            case NEW, CONNECTING -> status.failures() < 2 ? Health.unknown() : Health.down();
            case WAITING, REFUSED -> Health.down();
            case CLOSED -> Health.outOfService();
        };
        health.withDetail("state", status.state()).withDetail("since", status.since());
        status.transport().ifPresent(transport -> health.withDetail("transport", transport));
        status.lastHeard().ifPresent(heard -> health.withDetail("lastHeard", heard));
        status.lastSynchronized().ifPresent(at -> health.withDetail("lastSynchronized", at));
        status.nextAttempt().ifPresent(next -> health.withDetail("nextAttempt", next));
        status.lastError().ifPresent(error -> health.withDetail("lastError", error.getMessage()));
        return health.build();
    }
}

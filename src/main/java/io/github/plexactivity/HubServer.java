package io.github.plexactivity;

import io.github.plexactivity.internal.runtime.Seat;
import java.util.HashMap;
import java.util.Map;

/**
 * A server of a hub.
 *
 * @param seats whose listeners have which at its monitor; under the roster's lock
 */
record HubServer(String name, ActivityMonitor monitor, Map<HubAudience, Seat> seats) {

    HubServer(String name, ActivityMonitor monitor) {
        this(name, monitor, new HashMap<>());
    }
}

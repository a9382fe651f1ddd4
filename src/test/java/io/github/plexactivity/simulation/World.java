package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What all parts of a simulation share.
 *
 * @param view what the monitor shows
 * @param status how it says it stands
 * @param token what it sends
 */
record World(
        VirtualTime time,
        Dice dice,
        Ledger ledger,
        Weather weather,
        Jobs jobs,
        Supplier<Map<String, Activity>> view,
        Supplier<ConnectionStatus> status,
        Supplier<String> token) {

    /** How long something is on its way. */
    long latency() {
        return VirtualTime.seconds(dice.between(0.001, 0.05) + dice.between(0, weather.slowness()));
    }
}

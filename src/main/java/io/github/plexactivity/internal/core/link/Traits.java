package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was learnt about this server and the way to it.
 *
 * @param mute EventSource connections in a row that never brought a byte
 * @param ponged whether it ever answered a ping
 * @param quietlyReplacedAt when a WebSocket that may have been well was last replaced, NEVER for not yet
 * @param doubted transports whose stream was replaced as a zombie
 * @param dumb transports whose replacement was a zombie too
 * @param flaps deaths of the preferred transport shortly after it opened, in a row
 */
record Traits(
        int mute, boolean ponged, long quietlyReplacedAt, Set<Transport> doubted, Set<Transport> dumb, int flaps) {

    static final Traits UNKNOWN = new Traits(0, false, Plan.NEVER, Set.of(), Set.of(), 0);

    Traits withMute(int count) {
        return new Traits(count, ponged, quietlyReplacedAt, doubted, dumb, flaps);
    }

    Traits withPong() {
        return new Traits(mute, true, quietlyReplacedAt, doubted, dumb, flaps);
    }

    Traits withQuietReplacement(long nanos) {
        return new Traits(mute, ponged, nanos, doubted, dumb, flaps);
    }

    Traits withDoubted(Transport transport) {
        return new Traits(mute, ponged, quietlyReplacedAt, plus(doubted, transport), dumb, flaps);
    }

    Traits withDumb(Transport transport) {
        return new Traits(mute, ponged, quietlyReplacedAt, doubted, plus(dumb, transport), flaps);
    }

    Traits withoutSuspicion() {
        return new Traits(mute, ponged, quietlyReplacedAt, Set.of(), Set.of(), flaps);
    }

    Traits withFlaps(int count) {
        return new Traits(mute, ponged, quietlyReplacedAt, doubted, dumb, count);
    }

    private static Set<Transport> plus(Set<Transport> set, Transport transport) {
        return Stream.concat(set.stream(), Stream.of(transport)).collect(Collectors.toUnmodifiableSet());
    }
}

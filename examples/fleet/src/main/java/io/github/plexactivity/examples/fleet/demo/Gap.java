package io.github.plexactivity.examples.fleet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** From when a worker was killed until each of its servers is followed again, as the servers see it. */
final class Gap {
    private final FakeServers servers;
    private final Instant killed = Instant.now();
    private final Set<String> alone = new HashSet<>();
    private final Map<String, Instant> again = new HashMap<>();

    Gap(FakeServers servers) {
        this.servers = servers;
    }

    /** Looks at each server once more. Answers whether all are followed, having been alone. */
    boolean isOver() {
        for (String name : servers.names()) {
            if (!servers.isFollowed(name)) {
                alone.add(name);
                again.remove(name);
            } else if (alone.contains(name)) {
                again.putIfAbsent(name, Instant.now());
            }
        }
        return !alone.isEmpty() && again.size() == alone.size();
    }

    int servers() {
        return alone.size();
    }

    Duration shortest() {
        return Duration.between(
                killed, again.values().stream().min(Instant::compareTo).orElse(killed));
    }

    Duration longest() {
        return Duration.between(
                killed, again.values().stream().max(Instant::compareTo).orElse(killed));
    }

    /** Whether nobody could have told of it: it began when the one worker could publish no more, and ended before the next listened. */
    boolean hides(Life life) {
        Instant listened = again.getOrDefault(life.key().server(), Instant.MIN);
        // What was heard in its last moments was being gathered and committed still.
        return life.began().isAfter(killed.minusSeconds(2))
                && life.ended().filter(ended -> !ended.isAfter(listened)).isPresent();
    }
}

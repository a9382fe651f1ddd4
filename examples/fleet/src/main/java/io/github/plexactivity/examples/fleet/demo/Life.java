package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.state.ActivityKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What really happened to an activity of a fake server.
 *
 * @param key which
 * @param began when it began
 * @param ended when it ended, if it did
 */
record Life(ActivityKey key, Instant began, Optional<Instant> ended) {

    Life over(Instant at) {
        return new Life(key, began, Optional.of(at));
    }
}

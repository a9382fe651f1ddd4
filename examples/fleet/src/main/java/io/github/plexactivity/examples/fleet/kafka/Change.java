package io.github.plexactivity.examples.fleet.kafka;

import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import java.util.Optional;

/**
 * One thing to publish.
 *
 * @param key of which activity
 * @param record how it stands; none forgets it, by a tombstone
 */
public record Change(ActivityKey key, Optional<ActivityRecord> record) {}

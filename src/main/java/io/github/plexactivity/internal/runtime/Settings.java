package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.link.Plan;
import java.time.Duration;

/**
 * What the user chose, checked. The names are those of the builder.
 *
 * @param server its address, for people
 */
public record Settings(
        String server,
        Plan plan,
        Duration resyncEvery,
        Duration pollEvery,
        Duration connectTimeout,
        Duration silenceTimeout,
        int maxActivities) {}

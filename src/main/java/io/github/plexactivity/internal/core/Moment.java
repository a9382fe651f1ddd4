package io.github.plexactivity.internal.core;

import java.time.Instant;

/**
 * One point in time on both clocks: the one that never jumps decides, the other one is for people.
 *
 * @param nanos since the monitor was made; only differences mean anything
 * @param instant by the wall clock
 */
public record Moment(long nanos, Instant instant) {}

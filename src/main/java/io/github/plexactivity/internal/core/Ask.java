package io.github.plexactivity.internal.core;

/**
 * When a snapshot was asked for.
 *
 * @param nanos on the monitor's clock
 * @param generation what was heard then, 0 for nothing
 */
public record Ask(long nanos, int generation) {}

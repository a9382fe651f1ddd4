package io.github.plexactivity.internal.core.link;

/**
 * What a signal comes with from outside.
 *
 * @param nanos when, on the monitor's clock
 * @param dice chance, 0 (inclusive) to 1 (exclusive)
 */
public record At(long nanos, double dice) {}

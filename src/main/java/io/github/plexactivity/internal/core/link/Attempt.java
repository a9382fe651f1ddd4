package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;

/**
 * One connection, from its opening on.
 *
 * @param generation its number; every connection has its own, from 1
 */
public record Attempt(Transport transport, int generation) {}

package io.github.plexactivity.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How the connection stands. Times are by the local wall clock, for people to read; the monitor itself measures by a
 * clock that does not jump.
 *
 * @param state the state
 * @param transport what is in use, when connected
 * @param since when this state and transport began
 * @param lastHeard when the server last sent anything on the transport in use or before it, heartbeats included
 * @param lastSynchronized when the activities known were last compared with the server's list
 * @param failures attempts in a row that failed since a stream last worked, or polling where no stream is wanted
 * @param nextAttempt when the next connection is tried, where one is waited for
 * @param lastError what went wrong last, while it matters: cleared when a stream works and the list may be read, or
 *     polling works where no stream is wanted
 */
public record ConnectionStatus(
        ConnectionState state,
        Optional<Transport> transport,
        Instant since,
        Optional<Instant> lastHeard,
        Optional<Instant> lastSynchronized,
        int failures,
        Optional<Instant> nextAttempt,
        Optional<MonitorException> lastError) {}

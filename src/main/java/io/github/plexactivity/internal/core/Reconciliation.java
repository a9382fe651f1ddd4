package io.github.plexactivity.internal.core;

import java.util.List;

/**
 * What a snapshot meant.
 *
 * @param events for the table, in order
 * @param unseen uuids that were promised, and that no snapshot and no stream ever named
 * @param synchronizedNow whether the table equals the server for the first time since the last gap
 * @param doubtful whether another snapshot should be asked for soon
 * @param zombie whether the current stream stays dumb about what the snapshots show
 */
public record Reconciliation(
        List<ActivityEvent> events, List<String> unseen, boolean synchronizedNow, boolean doubtful, boolean zombie) {}

package io.github.plexactivity.internal.core;

/** What is counted. */
public enum Counter {
    FRAMES,
    MALFORMED,
    MISMATCHED,
    DUPLICATES,
    LATE,
    REPEATED,
    OVERFLOWED,
    SNAPSHOTS,
    FAILED_SNAPSHOTS,
    STALE_ROWS,
    MISSED_STARTS,
    MISSED_UPDATES,
    MISSED_ENDS,
    RECONNECTS,
    FALLBACKS,
    RECOVERIES,
    REPLACEMENTS,
    ZOMBIES,
    LISTENER_ERRORS,
    EXECUTOR_REFUSALS,
    DROPPED_STORIES
}

package io.github.plexactivity.internal.delivery;

import org.jspecify.annotations.Nullable;

/** What waits of one activity for one receiver: at most a start, an update and an end. */
final class Story {

    // Null where it does not wait. Under the mailbox's lock.
    Letter.@Nullable Start start;
    Letter.@Nullable Update update;
    Letter.@Nullable End end;

    /** Whether the receiver knows of it: its filter matched once. Of the turn that tells, and handed on by the lock. */
    boolean told;
}

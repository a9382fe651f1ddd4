package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counters;
import java.util.function.Consumer;

/**
 * What all mailboxes of a monitor share.
 *
 * @param callbacks where receivers are called
 * @param afterwards runs a task on the thread that is inside the loop, as soon as it has left it
 * @param closed told of each mailbox that was closed
 * @param counters counts what goes wrong
 * @param maxEndings how many ends may wait in one mailbox
 */
record Delivery(
        CallbackExecutor callbacks,
        Consumer<Runnable> afterwards,
        Consumer<Mailbox> closed,
        Counters counters,
        int maxEndings) {}

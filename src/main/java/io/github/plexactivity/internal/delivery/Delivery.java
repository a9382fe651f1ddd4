package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counters;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all mailboxes of a monitor share.
 *
 * @param callbacks where receivers are called
 * @param loop that fills them
 * @param closed told of each mailbox that was closed
 * @param counters counts what goes wrong
 * @param maxEndings how many ends may wait in one mailbox
 */
record Delivery(
        CallbackExecutor callbacks, Dispatcher.Loop loop, Consumer<Mailbox> closed, Counters counters, int maxEndings) {

    /** The same for a receiver that is called elsewhere. */
    Delivery on(Executor executor) {
        return new Delivery(callbacks.on(executor), loop, closed, counters, maxEndings);
    }
}

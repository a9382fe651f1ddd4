package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Dispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens once, or fails. Whoever waits has a future of his own, which is completed by itself, so that
 * what one does with it delays no other. Inside the loop.
 */
final class Promise {

    private final EventLoop loop;
    private final Dispatcher dispatcher;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private @Nullable Consumer<CompletableFuture<Void>> outcome;

    Promise(EventLoop loop, Dispatcher dispatcher) {
        this.loop = loop;
        this.dispatcher = dispatcher;
    }

    void await(CompletableFuture<Void> future) {
        if (outcome == null) {
            waiting.add(future);
        } else {
            complete(future, outcome);
        }
    }

    void keep() {
        settle(future -> future.complete(null));
    }

    void fail(Throwable reason) {
        settle(future -> future.completeExceptionally(reason));
    }

    /** The first outcome stands. */
    private void settle(Consumer<CompletableFuture<Void>> with) {
        if (outcome == null) {
            outcome = with;
            waiting.forEach(future -> complete(future, with));
            waiting.clear();
        }
    }

    private void complete(CompletableFuture<Void> future, Consumer<CompletableFuture<Void>> with) {
        loop.afterwards(() -> dispatcher.execute(() -> with.accept(future)));
    }
}

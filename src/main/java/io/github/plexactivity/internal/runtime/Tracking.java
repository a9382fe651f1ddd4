package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Dispatcher;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who waits for the end of which activity. Inside the loop. */
final class Tracking {

    private final EventLoop loop;
    private final Dispatcher dispatcher;
    private final Map<String, List<CompletableFuture<Ending>>> waiting = new HashMap<>();

    Tracking(EventLoop loop, Dispatcher dispatcher) {
        this.loop = loop;
        this.dispatcher = dispatcher;
    }

    /** Completes the future with the end of the activity, whenever that comes; forgets whoever waits no more. */
    void await(String uuid, CompletableFuture<Ending> end) {
        waiting.computeIfAbsent(uuid, key -> new ArrayList<>()).add(end);
        end.whenComplete((ending, failure) -> loop.run(() -> forgetWhoIsDone(uuid)));
    }

    void ended(Ending ending) {
        List<CompletableFuture<Ending>> ends = waiting.remove(ending.activity().uuid());
        if (ends != null) {
            ends.forEach(end -> dispatch(() -> end.complete(ending)));
        }
    }

    /** Whoever still waits learns that the monitor is closed. */
    void close() {
        waiting.values().forEach(ends -> ends.forEach(this::fail));
        waiting.clear();
    }

    /** Somebody learns that the monitor is closed. */
    void fail(CompletableFuture<?> future) {
        dispatch(() -> future.completeExceptionally(new MonitorException.Closed()));
    }

    private void dispatch(Runnable completion) {
        loop.afterwards(() -> dispatcher.execute(completion));
    }

    private void forgetWhoIsDone(String uuid) {
        waiting.computeIfPresent(uuid, (key, ends) -> {
            ends.removeIf(CompletableFuture::isDone);
            return ends.isEmpty() ? null : ends;
        });
    }
}

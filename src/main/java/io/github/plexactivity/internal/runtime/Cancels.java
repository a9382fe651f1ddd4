package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Dispatcher;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Cancellations asked for, and those accepted. An end that overtakes the answer to our own request is held until that
 * answer is there, since only the answer tells what the end means. Inside the loop.
 */
final class Cancels {

    private static final int REMEMBERED = 1_024;

    /** A request under way: who waits for it, and the end that overtook its answer. */
    private static final class Pending {
        private final List<CompletableFuture<CancelResult>> waiting = new ArrayList<>();
        private @Nullable Runnable held;
    }

    private final EventLoop loop;
    private final ActivitiesApi api;
    private final Dispatcher dispatcher;
    private final Map<String, Pending> pending = new HashMap<>();
    private final Set<String> accepted = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    Cancels(EventLoop loop, ActivitiesApi api, Dispatcher dispatcher) {
        this.loop = loop;
        this.api = api;
        this.dispatcher = dispatcher;
    }

    /** Asks the server to cancel an activity; while it was not answered, asking again sends nothing more. */
    void cancel(String uuid, CompletableFuture<CancelResult> result) {
        Pending known = pending.get(uuid);
        if (known != null) {
            known.waiting.add(result);
            return;
        }
        Pending fresh = new Pending();
        fresh.waiting.add(result);
        pending.put(uuid, fresh);
        loop.afterwards(() ->
                api.cancel(uuid).whenComplete((answer, failure) -> loop.run(() -> answered(uuid, answer, failure))));
    }

    /** Whether a cancellation of this activity was accepted. */
    boolean accepted(String uuid) {
        return accepted.contains(uuid);
    }

    /**
     * Whether this end has to wait, since its meaning hangs on an answer.
     *
     * @param end takes it in; run when the answer is there, if it has to wait and is the first that does
     */
    boolean holds(String uuid, Runnable end) {
        Pending asked = pending.get(uuid);
        if (asked != null && asked.held == null) {
            asked.held = end;
        }
        return asked != null;
    }

    /** The activity is over. */
    void forget(String uuid) {
        accepted.remove(uuid);
    }

    private void answered(String uuid, @Nullable CancelResult answer, @Nullable Throwable failure) {
        Pending done = pending.remove(uuid);
        if (done == null) {
            return;
        }
        if (answer == CancelResult.ACCEPTED) {
            accepted.add(uuid);
        }
        if (done.held != null) {
            done.held.run();
        }
        done.waiting.forEach(
                result -> loop.afterwards(() -> dispatcher.execute(() -> complete(result, answer, failure))));
    }

    private static void complete(
            CompletableFuture<CancelResult> result, @Nullable CancelResult answer, @Nullable Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
        } else {
            result.complete(answer);
        }
    }

    /** Whoever still waits learns that the monitor is closed. */
    void close() {
        List.copyOf(pending.keySet()).forEach(uuid -> answered(uuid, null, new MonitorException.Closed()));
    }
}

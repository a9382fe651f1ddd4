package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What users ask of the monitor and of its server: the answers are true, and come in time. */
final class Requests {

    /** Two requests at their slowest, with the way to the server and back: one under way, and the one asked for. */
    private static final double PATIENCE = 2 * (10 + 8.1) + 1;

    private final World world;
    private final Engine engine;
    private final Lists lists;
    private final SimulatedApi api;
    private final boolean lags;
    private final List<CompletableFuture<?>> all = new ArrayList<>();
    private boolean closed;

    Requests(Stage stage) {
        this.world = stage.world;
        this.engine = stage.engine;
        this.lists = stage.listed;
        this.api = stage.api;
        this.lags = stage.executor.lags();
    }

    void start() {
        CompletableFuture<Void> start = engine.start();
        all.add(start);
        start.whenComplete((done, failure) -> {
            if (start.isCancelled()) {
                return;
            }
            world.ledger().note("USER", () -> "has started, " + failure);
            boolean barred = world.status().get().lastError().isPresent();
            boolean right = failure == null
                    ? lists.wasRead(0) || (barred && lists.wasMissed(0))
                    : closed || failure instanceof MonitorException.Refused;
            require(right, "start() is done, and nothing is followed: ", failure);
        });
    }

    void resync() {
        world.ledger().note("USER", () -> "resyncs");
        long asked = world.time().nanos();
        CompletableFuture<Void> done = engine.resync();
        keep(done, "resync()");
        done.whenComplete((nothing, failure) -> {
            if (!done.isCancelled()) {
                boolean right = failure == null ? lists.wasRead(asked) : closed || lists.wasMissed(asked);
                require(right, "resync() is done, and no list was read that was asked for since, ", failure);
            }
        });
    }

    CompletableFuture<CancelResult> cancel(String uuid) {
        world.ledger().note("USER", () -> "cancels " + uuid);
        CompletableFuture<CancelResult> result = engine.cancel(uuid);
        keep(result, "cancel()");
        result.whenComplete((answer, failure) -> {
            if (!result.isCancelled()) {
                requireTrue(uuid, answer, failure);
            }
        });
        return result;
    }

    private void requireTrue(String uuid, @Nullable CancelResult answer, @Nullable Throwable failure) {
        if (failure == null) {
            require(answer != null && api.hasAnswered(uuid, answer), "the server never answered ", answer);
        } else {
            boolean known = closed ? failure instanceof MonitorException : isOfTheNetwork(failure);
            require(known, "a cancellation failed with ", failure);
        }
    }

    private static boolean isOfTheNetwork(Throwable failure) {
        return failure instanceof MonitorException.Disconnected || failure instanceof MonitorException.Rejected;
    }

    private void keep(CompletableFuture<?> future, String what) {
        all.add(future);
        world.time().after(VirtualTime.seconds(PATIENCE), () -> require(lags || future.isDone(), what + " takes long"));
    }

    /** One of those who wait has enough; no other is harmed. */
    void abandonOne() {
        if (!all.isEmpty() && world.status().get().state() != ConnectionState.CLOSED) {
            CompletableFuture<?> one = all.remove(world.dice().below(all.size()));
            if (one.cancel(false)) {
                world.ledger().happened(Happening.FUTURE_ABANDONED);
            }
        }
    }

    void closed() {
        closed = true;
    }

    void requireDone() {
        all.forEach(each -> require(each.isDone(), "start(), resync() or cancel() is not done"));
    }

    private void require(boolean kept, String rule) {
        world.ledger().require(kept, rule);
    }

    private void require(boolean kept, String rule, @Nullable Object what) {
        world.ledger().require(kept, rule, what);
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The futures a user waits for: none completes falsely, and none waits for what is over. */
final class Promises {

    private record Await(String uuid, long asked, CompletableFuture<Ending> end) {}

    private record Next(boolean any, CompletableFuture<String> found) {}

    private final World world;
    private final Jobs jobs;
    private final Engine engine;
    private final Storybook chronicle;
    private final List<Await> awaits = new ArrayList<>();
    private final List<Next> nexts = new ArrayList<>();
    private final Map<String, Long> promised = new HashMap<>();
    private boolean closed;

    /**
     * None yet.
     *
     * @param chronicle of the listener that was there from the beginning
     */
    Promises(World world, Jobs jobs, Engine engine, Storybook chronicle) {
        this.world = world;
        this.jobs = jobs;
        this.engine = engine;
        this.chronicle = chronicle;
    }

    void track(String uuid) {
        world.ledger().note("USER", () -> "tracks " + uuid);
        await(uuid, engine.ended(uuid));
    }

    /** Somebody waits for the end of an activity. */
    void await(String uuid, CompletableFuture<Ending> end) {
        awaits.add(new Await(uuid, world.time().nanos(), end));
        end.whenComplete((ending, failure) -> {
            if (!end.isCancelled()) {
                ended(uuid, ending, failure);
            }
        });
    }

    /** The server's answer to a request of the user's names an activity. */
    void promise(String uuid) {
        named(uuid);
        engine.promised(uuid);
        track(uuid);
    }

    /** The monitor learns in this moment that the server's answer to a request named an activity. */
    void named(String uuid) {
        world.ledger().note("USER", () -> "is promised " + uuid);
        promised.put(uuid, world.time().nanos());
    }

    private void ended(String uuid, @Nullable Ending ending, @Nullable Throwable failure) {
        if (ending == null) {
            require(closed && failure instanceof MonitorException.Closed, "an await failed with ", failure);
            return;
        }
        world.ledger().note("AWAIT", () -> ending);
        require(ending.activity().uuid().equals(uuid), "an await ended with another activity");
        Job job = jobs.find(uuid);
        if (job == null) {
            require(promised.containsKey(uuid) && ending.outcome() == Outcome.UNKNOWN, "an end of nothing: ", ending);
        } else {
            Honesty.of(ending, jobs).ifPresent(lie -> require(false, "an await was told a lie: " + lie + ": ", ending));
        }
    }

    void trackNext(boolean any, ActivityFilter filter) {
        Set<String> known = new HashSet<>(world.view().get().keySet());
        CompletableFuture<String> found = engine.next(filter, Activity::uuid);
        nexts.add(new Next(any, found));
        found.thenAccept(uuid -> {
            world.ledger().note("USER", () -> "found " + uuid);
            require(
                    !known.contains(uuid) || jobs.mayComeBack(uuid),
                    "what was known at the call was found as the next: ",
                    uuid);
            Job job = jobs.find(uuid);
            require(job != null && job.everWas(filter), "what was found as the next is not what was wanted: ", uuid);
        });
    }

    /** One of those who wait has enough; no other is harmed. */
    void abandonOne() {
        if (!awaits.isEmpty() && !closed) {
            Await one = awaits.remove(world.dice().below(awaits.size()));
            if (one.end().cancel(false)) {
                world.ledger().happened(Happening.FUTURE_ABANDONED);
            }
        }
    }

    void closed() {
        closed = true;
    }

    /** All is well, and there was time enough. */
    void requireKept() {
        awaits.forEach(this::requireKept);
    }

    private void requireKept(Await await) {
        boolean done = await.end().isDone();
        long endedAt = chronicle.endedAt(await.uuid());
        Job job = jobs.find(await.uuid());
        if (endedAt != Storybook.NEVER) {
            require(done || await.asked() - endedAt > Storybook.REMEMBERED, "the end was told, and not to ", await);
        } else if (job != null && !job.isOver()) {
            require(!done || !job.isListed(), "the await of a running activity is done: ", await);
        } else if (engine.count(Counter.DROPPED_STORIES) == 0) {
            requireNeverSeen(await);
        }
    }

    /** A plain await of what was never seen waits; one of what the server promised ends when no list shows it. */
    private void requireNeverSeen(Await await) {
        Long since = promised.get(await.uuid());
        boolean done = await.end().isDone();
        require(since != null || !done, "an end of what was never seen: ", await);
        require(
                since == null || done || jobs.mayStay(await.uuid()) || await.asked() - since > Storybook.REMEMBERED,
                "a promised end never came: ",
                await);
    }

    /** Something began that every filter chooses that chooses all. */
    void requireNextFound() {
        nexts.forEach(next -> require(!next.any() || next.found().isDone(), "trackNext() missed what began"));
    }

    /** The monitor is closed, and its callback executor did all it was given. */
    void requireDone() {
        awaits.forEach(await -> require(await.end().isDone(), "close() left an await behind"));
        nexts.forEach(next -> require(next.found().isDone(), "close() left a trackNext() behind"));
    }

    private void require(boolean kept, String rule) {
        world.ledger().require(kept, rule);
    }

    private void require(boolean kept, String rule, @Nullable Object what) {
        world.ledger().require(kept, rule, what);
    }
}

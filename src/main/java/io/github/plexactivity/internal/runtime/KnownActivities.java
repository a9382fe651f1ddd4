package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.ActivityEvent;
import io.github.plexactivity.internal.core.ActivityTable;
import io.github.plexactivity.internal.core.Ask;
import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.core.Overlap;
import io.github.plexactivity.internal.core.Reconciler;
import io.github.plexactivity.internal.core.Reconciliation;
import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.internal.delivery.Dispatcher;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is known of the activities, and who is told as that changes. Inside the loop, but for its views. */
final class KnownActivities implements Known {

    /** What waits for the first synchronization, and on whose behalf. */
    private record Early(Runnable task, CompletableFuture<?> future) {}

    private final EventLoop loop;
    private final Dispatcher dispatcher;
    private final Cancels cancels;
    private final Tracking tracking;
    private final ActivityTable table;
    private final Reconciler reconciler;
    private final Overlap overlap = new Overlap();
    private final Counters counters;
    private boolean toldSinceSnapshot;
    private boolean synchronizedNow;
    private boolean everSynchronized;
    private final List<Early> early = new ArrayList<>();

    /** What the table shows already, and nobody was told yet. */
    private List<ActivityChange> changes = new ArrayList<>();

    KnownActivities(EventLoop loop, int most, Counters counters, Dispatcher dispatcher, Cancels cancels) {
        this.loop = loop;
        this.dispatcher = dispatcher;
        this.cancels = cancels;
        this.counters = counters;
        this.tracking = new Tracking(loop, dispatcher);
        this.table = new ActivityTable(most, counters, this::changed);
        this.reconciler = new Reconciler(table, counters);
    }

    /** What was live when the process last stopped. Nobody is told: whoever hears of it later was told then. */
    void resume(Collection<Activity> activities) {
        Moment now = loop.now();
        activities.forEach(activity -> table.resume(activity, now));
    }

    /** The stream that is heard spoke. */
    void told(List<Report> reports, int generation) {
        toldSinceSnapshot = true;
        Moment now = loop.now();
        for (Report report : reports) {
            if (!report.ended() || !cancels.holds(report.uuid(), () -> toldLate(report, generation))) {
                reduce(report, generation, now);
            }
        }
        pushChanges();
    }

    private void toldLate(Report report, int generation) {
        reduce(report, generation, loop.now());
        pushChanges();
    }

    private void reduce(Report report, int generation, Moment now) {
        if (overlap.repeats(report, now)) {
            counters.count(Counter.REPEATED);
            return;
        }
        reconciler.told(report, generation, now);
        table.apply(new ActivityEvent.Told(report, cancels.accepted(report.uuid()), generation), now);
    }

    /** A snapshot was asked for. */
    void snapshotAsked() {
        table.snapshotAsked(loop.now());
    }

    /** The snapshot could not be had. */
    void snapshotFailed() {
        table.snapshotAnswered(loop.now());
    }

    /** The snapshot is here. */
    Reconciliation listed(Snapshot snapshot, Ask ask, int generation, boolean stream) {
        Moment now = loop.now();
        Reconciliation result = reconciler.take(snapshot, ask, generation, stream);
        result.events().forEach(event -> table.apply(event, now));
        pushChanges();
        result.unseen().forEach(uuid -> tracking.ended(table.neverSeen(uuid, now)));
        table.snapshotAnswered(now);
        toldSinceSnapshot = false;
        if (result.synchronizedNow()) {
            synchronizedNow = true;
            everSynchronized = true;
            dispatcher.synchronizedWith(table.view());
            early.forEach(each -> each.task().run());
            early.clear();
        }
        return result;
    }

    /** Another stream is being opened beside the one that is heard. */
    void twofold() {
        overlap.begin();
    }

    /** There is one stream again: the same, or the one that took over. */
    void single(int before, int after) {
        overlap.end(before != after, loop.now());
        reconciler.tookOver(before, after);
    }

    /** Nothing is heard for a while. */
    void gap() {
        synchronizedNow = false;
        reconciler.gap(loop.now());
    }

    /** Whether another snapshot is wanted soon. */
    boolean doubtful() {
        return reconciler.doubtful();
    }

    /** Whether the stream spoke since the latest snapshot. */
    boolean toldSinceSnapshot() {
        return toldSinceSnapshot;
    }

    /** The activities, once they equal what the server runs and until the next gap. */
    Optional<Map<String, Activity>> synchronizedView() {
        return synchronizedNow ? Optional.of(table.view()) : Optional.empty();
    }

    /** Runs a task once they equalled what the server runs, which may be now; fails the future if that never happens. */
    void onceSynchronized(Runnable task, CompletableFuture<?> otherwise) {
        if (everSynchronized) {
            task.run();
        } else {
            early.add(new Early(task, otherwise));
        }
    }

    /** Any thread. */
    Map<String, Activity> view() {
        return table.view();
    }

    @Override
    public @Nullable Activity activity(String uuid) {
        return table.current(uuid);
    }

    void await(String uuid, CompletableFuture<Ending> end) {
        table.recall(uuid, loop.now())
                .ifPresentOrElse(
                        ending -> loop.afterwards(() -> dispatcher.execute(() -> end.complete(ending))),
                        () -> tracking.await(uuid, end));
    }

    /** The server named this activity in an answer. */
    void promised(String uuid) {
        reconciler.promised(uuid, loop.now());
    }

    void close() {
        tracking.close();
        early.forEach(each -> tracking.fail(each.future()));
        early.clear();
    }

    private void changed(ActivityChange change) {
        if (change instanceof ActivityChange.Ended ended) {
            cancels.forget(ended.activity().uuid());
            tracking.ended(ended.ending());
        }
        changes.add(change);
    }

    private void pushChanges() {
        dispatcher.push(changes);
        changes = new ArrayList<>();
    }
}

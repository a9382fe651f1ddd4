package io.github.plexactivity.simulation;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.Face;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Those who wait for an activity to come, and a listener that hears what they may have heard. */
final class Nexts implements ActivityListener {

    /** Known is what was when it was asked for, or when the monitor was first synchronized if that was later. */
    private record Next(ActivityFilter filter, CompletableFuture<ActivityHandle> found, Set<String> known) {}

    private final Stage stage;
    private final Face face;
    private final Consumer<ActivityHandle> whenFound;
    private final Map<String, List<Activity>> heard = new HashMap<>();
    private final List<Next> nexts = new ArrayList<>();
    private boolean synchronizedOnce;

    /**
     * Nobody waits yet.
     *
     * @param whenFound what is done with each that was waited for
     */
    Nexts(Stage stage, Face face, Consumer<ActivityHandle> whenFound) {
        this.stage = stage;
        this.face = face;
        this.whenFound = whenFound;
    }

    @Override
    public void onStarted(Activity activity) {
        heard.computeIfAbsent(activity.uuid(), uuid -> new ArrayList<>()).add(activity);
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        onStarted(current);
    }

    @Override
    public void onEnded(Ending ending) {
        onStarted(ending.activity());
    }

    /** A slow executor tells it too late to know what was known then. */
    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        if (!synchronizedOnce && !stage.executor.lags()) {
            synchronizedOnce = true;
            nexts.forEach(next -> next.known().addAll(activities.keySet()));
            nexts.forEach(next -> next.known().addAll(heard.keySet()));
        }
    }

    /** Somebody waits for the next that matches. */
    CompletableFuture<ActivityHandle> await(ActivityFilter filter) {
        stage.ledger.note("USER", () -> "waits for the next");
        Set<String> known = new HashSet<>(stage.engine.activities().keySet());
        known.addAll(heard.keySet());
        CompletableFuture<ActivityHandle> found = face.trackNext(filter);
        nexts.add(new Next(filter, found, known));
        found.thenAccept(handle -> {
            stage.ledger.note("USER", () -> "found " + handle);
            requireRight(handle.uuid(), filter, known);
            whenFound.accept(handle);
        });
        return found;
    }

    private void requireRight(String uuid, ActivityFilter filter, Set<String> known) {
        Job job = stage.jobs.find(uuid);
        boolean wanted = job != null && job.everWas(filter);
        stage.ledger.require(wanted, "found as the next, and not what was wanted: ", uuid);
        boolean old = known.contains(uuid) && !stage.jobs.mayComeBack(uuid);
        stage.ledger.require(!old, "found as the next, and known all along: ", uuid);
        boolean synced = stage.engine.status().lastSynchronized().isPresent();
        stage.ledger.require(synced, "found as the next before the monitor was synchronized: ", uuid);
    }

    /** Whoever waits for what a listener heard of meanwhile has found it. */
    void requireFound() {
        if (!stage.executor.lags()) {
            nexts.stream()
                    .filter(next -> !next.found().isDone())
                    .flatMap(next -> heard.entrySet().stream()
                            .filter(each -> !next.known().contains(each.getKey()))
                            .filter(each -> each.getValue().stream().anyMatch(next.filter())))
                    .forEach(missed -> stage.ledger.violated("heard, and not found by who waits: " + missed.getKey()));
        }
    }

    /** The monitor is closed. */
    void requireDone() {
        nexts.forEach(next -> stage.ledger.require(next.found().isDone(), "close() left a trackNext() behind"));
    }
}

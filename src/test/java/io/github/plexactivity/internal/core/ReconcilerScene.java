package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stream, snapshots and a table, with a clock in the test's hand; it begins on the stream of generation 1. */
final class ReconcilerScene {

    final TableScene table = new TableScene();
    final Reconciler reconciler = new Reconciler(table.table, table.counters);
    private int generation = 1;
    private boolean stream = true;

    ReconcilerScene at(double seconds) {
        table.at(seconds);
        return this;
    }

    /** Another stream is heard from now on. */
    ReconcilerScene hearsStream(int newGeneration) {
        generation = newGeneration;
        stream = true;
        return this;
    }

    /** Nothing but polling is heard from now on. */
    ReconcilerScene hearsPolling(int newGeneration) {
        generation = newGeneration;
        stream = false;
        return this;
    }

    ReconcilerScene told(Activity activity) {
        return told(Given.says(activity));
    }

    ReconcilerScene toldEnded(Activity activity) {
        return told(Given.saysEnded(activity));
    }

    private ReconcilerScene told(Report report) {
        reconciler.told(report, generation, table.now());
        table.told(report, generation);
        return this;
    }

    ReconcilerScene promised(String uuid) {
        reconciler.promised(uuid, table.now());
        return this;
    }

    ReconcilerScene gap() {
        reconciler.gap(table.now());
        return this;
    }

    Ask ask() {
        return new Ask(table.now().nanos(), generation);
    }

    /** A snapshot is asked for and answered in the same instant. */
    Reconciliation snapshot(Activity... rows) {
        return answer(ask(), rows);
    }

    Reconciliation answer(Ask ask, Activity... rows) {
        return take(ask, 0, rows);
    }

    /** A snapshot that holds more rows than are followed. */
    Reconciliation overflowing(Activity... rows) {
        return take(ask(), 1, rows);
    }

    private Reconciliation take(Ask ask, int overflowed, Activity... rows) {
        Map<String, Activity> byUuid = new LinkedHashMap<>();
        List.of(rows).forEach(row -> byUuid.put(row.uuid(), row));
        Reconciliation reconciliation = reconciler.take(new Snapshot(byUuid, 0, overflowed), ask, generation, stream);
        reconciliation.events().forEach(event -> table.table.apply(event, table.now()));
        return reconciliation;
    }

    /** The changes since this was last asked, in words. */
    List<String> changes() {
        return table.changes();
    }

    long count(Counter counter) {
        return table.counters.of(counter);
    }
}

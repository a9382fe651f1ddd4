package io.github.plexactivity.examples.desktop;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.swing.table.AbstractTableModel;

/**
 * What the table shows: what runs, in the order of the starts, and below it what ended last. It says exactly which row came,
 * changed or went, so that the selection stays with its activity. Lives on the event dispatch thread, like all of Swing.
 */
@SuppressWarnings("serial") // Never written.
final class Activities extends AbstractTableModel implements ActivityListener {
    static final int MOST_ENDED = 10;
    private static final List<String> COLUMNS = List.of("Activity", "Progress", "Cancel");

    private final List<Row> rows = new ArrayList<>();
    private int running;

    @Override
    public void onStarted(Activity activity) {
        rows.add(running, Row.of(activity));
        running++;
        fireTableRowsInserted(running - 1, running - 1);
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        change(current.uuid(), row -> row.with(current));
    }

    @Override
    public void onEnded(Ending ending) {
        int index = indexOf(ending.activity().uuid());
        rows.remove(index);
        running--;
        fireTableRowsDeleted(index, index);
        rows.add(running, Row.of(ending));
        fireTableRowsInserted(running, running);
        if (rows.size() > running + MOST_ENDED) {
            rows.remove(rows.size() - 1);
            fireTableRowsDeleted(rows.size(), rows.size());
        }
    }

    void cancelling(String uuid, boolean now) {
        change(uuid, row -> row.cancelling(now));
    }

    /** One that ended meanwhile is left as it is. */
    private void change(String uuid, UnaryOperator<Row> change) {
        int index = indexOf(uuid);
        if (index >= 0) {
            rows.set(index, change.apply(rows.get(index)));
            fireTableRowsUpdated(index, index);
        }
    }

    private int indexOf(String uuid) {
        for (int index = 0; index < running; index++) {
            if (rows.get(index).activity().uuid().equals(uuid)) {
                return index;
            }
        }
        return -1;
    }

    Row row(int index) {
        return rows.get(index);
    }

    boolean hasEndless() {
        return rows.stream().anyMatch(Row::isEndless);
    }

    int running() {
        return running;
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS.get(column);
    }

    /** Every column shows a part of the same row. */
    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Row.class;
    }
}

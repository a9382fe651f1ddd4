package io.github.plexactivity.examples.desktop;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.Timer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/**
 * A line for each activity. The arrows choose one, Delete cancels it, Tab leaves the table; what looks like a button in the
 * last column can be pressed as one.
 */
final class ActivitiesTable {
    private static final int BAR = 1;
    private static final int BUTTON = 2;
    private static final int FRAME_MILLIS = 50;

    private final Activities activities;
    private final Consumer<Row> cancel;
    private final JTable table;
    private final CancelCell button = new CancelCell();

    ActivitiesTable(Activities activities, Consumer<Row> cancel) {
        this.activities = activities;
        this.cancel = cancel;
        this.table = new JTable(activities);
        column(0, new TitleCell(), 140, 440);
        column(BAR, new BarCell(), 120, 240);
        column(BUTTON, button, 100, 100).setMaxWidth(100);
        table.setRowHeight(TitleCell.height());
        table.setTableHeader(null);
        table.setShowGrid(false);
        table.setShowHorizontalLines(true);
        table.setIntercellSpacing(new Dimension(0, 1));
        table.setFillsViewportHeight(true);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getAccessibleContext().setAccessibleName("Activities");
        table.getAccessibleContext().setAccessibleDescription("Delete cancels the one that is chosen");
        obeyKeys();
        obeyMouse();
        animate();
    }

    private TableColumn column(int index, TableCellRenderer renderer, int least, int preferred) {
        TableColumn column = table.getColumnModel().getColumn(index);
        column.setCellRenderer(renderer);
        column.setMinWidth(least);
        column.setPreferredWidth(preferred);
        return column;
    }

    Component component() {
        return table;
    }

    /** Tab belongs to the window: a table of its own would hold it back cell by cell. */
    private void obeyKeys() {
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        for (String key : new String[] {"DELETE", "BACK_SPACE"}) {
            table.getInputMap().put(KeyStroke.getKeyStroke(key), "cancel");
        }
        table.getActionMap().put("cancel", new CancelChosen());
    }

    private void obeyMouse() {
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                press(buttonAt(event.getPoint()));
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                int row = buttonAt(event.getPoint());
                if (row >= 0 && row == button.pressed) {
                    cancelAt(row);
                }
                press(-1);
            }

            @Override
            public void mouseExited(MouseEvent event) {
                press(-1);
            }
        };
        table.addMouseListener(mouse);
    }

    private void press(int row) {
        button.pressed = row;
        table.repaint();
    }

    private int buttonAt(Point point) {
        return table.columnAtPoint(point) == BUTTON ? table.rowAtPoint(point) : -1;
    }

    private void cancelAt(int row) {
        if (row >= 0 && activities.row(row).canBeCancelled()) {
            cancel.accept(activities.row(row));
        }
    }

    /** Bars without an end move, as long as there are any. */
    private void animate() {
        Timer frames = new Timer(FRAME_MILLIS, tick -> table.repaint());
        activities.addTableModelListener(change -> {
            if (activities.hasEndless()) {
                frames.start();
            } else {
                frames.stop();
            }
        });
    }

    @SuppressWarnings("serial") // Never written.
    private final class CancelChosen extends AbstractAction {
        @Override
        public void actionPerformed(ActionEvent event) {
            cancelAt(table.getSelectedRow());
        }
    }
}

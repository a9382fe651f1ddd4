package io.github.plexactivity.examples.desktop;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.MonitorException;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.concurrent.CompletionException;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;
import javax.swing.event.TableModelEvent;

/** The table, or that nothing runs, above the status line. On the event dispatch thread, where the monitor has to call back. */
final class ActivitiesWindow {
    private static final String TABLE = "table";
    private static final String NOTHING = "nothing";

    private final ActivityMonitor monitor;
    private final Activities activities = new Activities();
    private final StatusLine status = new StatusLine();
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JFrame frame = new JFrame("Activities");

    ActivitiesWindow(ActivityMonitor monitor) {
        this.monitor = monitor;
        JScrollPane scroll = new JScrollPane(new ActivitiesTable(activities, this::cancel).component());
        scroll.setBorder(BorderFactory.createEmptyBorder());
        middle.add(new JLabel("Nothing is known to run", SwingConstants.CENTER), NOTHING);
        middle.add(scroll, TABLE);
        frame.add(middle, BorderLayout.CENTER);
        frame.add(status.component(), BorderLayout.SOUTH);
        frame.setMinimumSize(new Dimension(440, 240));
        frame.setSize(760, 460);
        activities.addTableModelListener(this::showHowMany);
        monitor.listen(activities);
        monitor.listen(status);
    }

    JFrame frame() {
        return frame;
    }

    private void showHowMany(TableModelEvent change) {
        if (change.getType() == TableModelEvent.UPDATE) {
            return;
        }
        cards.show(middle, activities.getRowCount() == 0 ? NOTHING : TABLE);
        frame.setTitle(activities.running() == 0 ? "Activities" : "Activities (" + activities.running() + ")");
    }

    /** The answer comes on the monitor's callback executor, which is this very thread. */
    private void cancel(Row row) {
        String uuid = row.activity().uuid();
        activities.cancelling(uuid, true);
        status.say("");
        monitor.track(uuid).cancel().whenComplete((result, failure) -> {
            activities.cancelling(uuid, false);
            status.say(row.title() + ": " + (failure == null ? Words.of(result) : why(failure)));
        });
    }

    private static String why(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return "it could not be cancelled: "
                + (cause instanceof MonitorException known ? known.getMessage() : "an unexpected error");
    }
}

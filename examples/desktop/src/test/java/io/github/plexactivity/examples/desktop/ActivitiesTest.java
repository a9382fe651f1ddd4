package io.github.plexactivity.examples.desktop;

import static io.github.plexactivity.examples.desktop.Samples.activity;
import static io.github.plexactivity.examples.desktop.Samples.ending;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.event.TableModelEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
    private final Activities activities = new Activities();
    private final List<String> fired = new ArrayList<>();

    @BeforeEach
    void listen() {
        activities.addTableModelListener(change -> fired.add(switch (change.getType()) {
                    case TableModelEvent.INSERT -> "insert ";
                    case TableModelEvent.DELETE -> "delete ";
                    default -> "update ";
                }
                + change.getFirstRow() + "-" + change.getLastRow()));
    }

    private List<String> titles() {
        return IntStream.range(0, activities.getRowCount())
                .mapToObj(index -> activities.row(index).title())
                .toList();
    }

    @Test
    void whatRunsStandsInTheOrderOfTheStartsAboveWhatEnded() {
        activities.onStarted(activity("first"));
        activities.onStarted(activity("second"));
        activities.onEnded(ending("first"));
        activities.onStarted(activity("third"));
        assertThat(titles()).containsExactly("second", "third", "first");
        assertThat(activities.running()).isEqualTo(2);
        assertThat(activities.row(2).state()).isEqualTo("Completed");
        assertThat(fired).containsExactly("insert 0-0", "insert 1-1", "delete 0-0", "insert 1-1", "insert 1-1");
    }

    @Test
    void anUpdateRedrawsItsRowAlone() {
        activities.onStarted(activity("first"));
        activities.onStarted(activity("second"));
        fired.clear();
        activities.onProgress(activity("second"), activity("second", "Salt Road (1988)", 45.9, true));
        assertThat(fired).containsExactly("update 1-1");
        assertThat(activities.row(1).state()).isEqualTo("45 %");
        assertThat(activities.row(1).activity().subtitle()).isEqualTo("Salt Road (1988)");
    }

    @Test
    void theSelectionStaysWithItsActivity() {
        JTable table = new JTable(activities);
        activities.onStarted(activity("first"));
        activities.onStarted(activity("second"));
        table.setRowSelectionInterval(1, 1);
        activities.onEnded(ending("first"));
        assertThat(table.getSelectedRow()).isZero();
        activities.onEnded(ending("second"));
        assertThat(table.getSelectedRow()).isEqualTo(-1);
    }

    @Test
    void ofThoseThatEndedTheLastTenAreKept() {
        for (int job = 0; job < 12; job++) {
            activities.onStarted(activity("job " + job));
            activities.onEnded(ending("job " + job));
        }
        assertThat(activities.getRowCount()).isEqualTo(Activities.MOST_ENDED);
        assertThat(titles()).startsWith("job 11").endsWith("job 2");
    }

    @Test
    void oneThatIsBeingCancelledCannotBeCancelledAgainUntilTheAnswerIsHere() {
        activities.onStarted(activity("download"));
        activities.cancelling("download", true);
        activities.onProgress(activity("download"), activity("download", "", 20, true));
        assertThat(activities.row(0).canBeCancelled()).isFalse();
        activities.cancelling("download", false);
        assertThat(activities.row(0).canBeCancelled()).isTrue();
        activities.onEnded(ending("download"));
        activities.cancelling("download", false);
        assertThat(activities.row(0).canBeCancelled()).isFalse();
    }
}

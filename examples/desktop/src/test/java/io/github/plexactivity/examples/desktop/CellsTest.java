package io.github.plexactivity.examples.desktop;

import static io.github.plexactivity.examples.desktop.Samples.activity;
import static io.github.plexactivity.examples.desktop.Samples.ending;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.TableCellRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final JTable TABLE = new JTable(new Activities());

    @BeforeAll
    static void wear() {
        Desktop.wear(false);
    }

    private static JComponent cell(TableCellRenderer renderer, Row row) {
        return (JComponent) renderer.getTableCellRendererComponent(TABLE, row, false, false, 0, 0);
    }

    private static String name(TableCellRenderer renderer, Row row) {
        return cell(renderer, row).getAccessibleContext().getAccessibleName();
    }

    @Test
    void eachCellHasANameThatTellsWhatItShows() {
        Row download = Row.of(activity("Downloading Salt Road", "Preparing to transfer", 27, true));
        assertThat(name(new TitleCell(), download)).isEqualTo("Downloading Salt Road, Preparing to transfer");
        assertThat(name(new BarCell(), download)).isEqualTo("27 %");
        assertThat(name(new BarCell(), Row.of(activity("Scan", "", -1, false)))).isEqualTo("running");
        assertThat(name(new BarCell(), Row.of(ending("Scan")))).isEqualTo("Completed");
        assertThat(name(new CancelCell(), download)).isEqualTo("Cancel Downloading Salt Road");
        assertThat(name(new CancelCell(), download.cancelling(true))).isEqualTo("Cancelling Downloading Salt Road");
        assertThat(name(new CancelCell(), Row.of(ending("Scan")))).isEmpty();
    }

    @Test
    void textsOfTheServerAreNoMarkup() {
        String markup = "<html><img src='http://127.0.0.1:9/'>";
        JComponent cell = cell(new TitleCell(), Row.of(activity(markup, markup, 10, true)));
        for (Component label : ((Container) cell).getComponents()) {
            assertThat(((JLabel) label).getClientProperty(BasicHTML.propertyKey))
                    .isNull();
            assertThat(((JLabel) label).getText()).isEqualTo(markup);
        }
        assertThat(BasicHTML.isHTMLString(cell.getToolTipText())).isFalse();

        StatusLine status = new StatusLine();
        status.say(markup);
        assertThat(Arrays.stream(status.component().getComponents())
                        .map(label -> ((JLabel) label).getClientProperty(BasicHTML.propertyKey)))
                .containsOnlyNulls();
    }
}

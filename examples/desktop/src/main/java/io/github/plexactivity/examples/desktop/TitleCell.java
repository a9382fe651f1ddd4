package io.github.plexactivity.examples.desktop;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** The title above the subtitle; what does not fit is cut, and whole in the tool tip. */
final class TitleCell implements TableCellRenderer {
    private static final int PADDING = 8;
    private static final int QUIET = 180;

    private final JPanel panel = new JPanel(new GridLayout(0, 1));
    private final JLabel title = new JLabel();
    private final JLabel subtitle = new JLabel();

    TitleCell() {
        panel.setBorder(BorderFactory.createEmptyBorder(PADDING, 12, PADDING, 12));
        for (JLabel label : new JLabel[] {title, subtitle}) {
            // A title that begins with <html> is still a title.
            label.putClientProperty("html.disable", true);
        }
        panel.add(title);
        title.setFont(title.getFont().deriveFont(Font.BOLD));
    }

    static int height() {
        return 2 * new JLabel("X").getPreferredSize().height + 2 * PADDING + 4;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int index, int column) {
        Row row = (Row) value;
        title.setText(row.title());
        subtitle.setText(row.activity().subtitle());
        if (subtitle.getText().isBlank()) {
            panel.remove(subtitle);
        } else {
            panel.add(subtitle);
        }
        Color ink = isSelected ? table.getSelectionForeground() : table.getForeground();
        title.setForeground(ink);
        subtitle.setForeground(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), QUIET));
        panel.setBackground(isSelected ? table.getSelectionBackground() : table.getBackground());
        String subtitleToo =
                row.activity().subtitle().isBlank() ? "" : ", " + row.activity().subtitle();
        // The blank keeps a tool tip from being read as markup, which would fetch pictures from anywhere.
        panel.setToolTipText(" " + row.title() + subtitleToo);
        panel.getAccessibleContext().setAccessibleName(row.title() + subtitleToo);
        return panel;
    }
}

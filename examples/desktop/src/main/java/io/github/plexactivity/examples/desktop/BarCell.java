package io.github.plexactivity.examples.desktop;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.concurrent.TimeUnit;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.table.TableCellRenderer;

/** A bar and how far it is, or how it ended. */
final class BarCell implements TableCellRenderer {
    private static final int HEIGHT = 8;
    private static final int TRACK = 60;
    private static final int PERCENT_COLUMNS = 6;

    private final JPanel panel = new JPanel(new BorderLayout(12, 0));
    private final Bar bar = new Bar();
    private final JLabel state = new JLabel("", SwingConstants.TRAILING);
    private final Dimension percent = new JLabel("X".repeat(PERCENT_COLUMNS)).getPreferredSize();

    BarCell() {
        panel.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 12));
        panel.add(new JLabel(bar), BorderLayout.CENTER);
        panel.add(state, BorderLayout.EAST);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int index, int column) {
        Row row = (Row) value;
        bar.row = row;
        bar.width = table.getColumnModel().getColumn(column).getWidth() - percent.width - 28;
        state.setText(row.state());
        state.setPreferredSize(row.isRunning() ? percent : null);
        bar.ink = isSelected ? table.getSelectionForeground() : UIManager.getColor("ProgressBar.foreground");
        state.setForeground(isSelected ? table.getSelectionForeground() : table.getForeground());
        panel.setBackground(isSelected ? table.getSelectionBackground() : table.getBackground());
        panel.getAccessibleContext().setAccessibleName(row.isEndless() ? "running" : row.state());
        return panel;
    }

    /** Drawn by hand: a progress bar without an end moves by itself only where it is a component on the screen. */
    private static final class Bar implements Icon {
        private Row row;
        private int width;
        private Color ink;

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            if (!row.isRunning()) {
                return;
            }
            Graphics2D pen = (Graphics2D) graphics.create();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), TRACK));
            pen.fillRoundRect(x, y, width, HEIGHT, HEIGHT, HEIGHT);
            pen.setColor(ink);
            if (row.isEndless()) {
                int part = width / 4;
                pen.fillRoundRect(x + (int) ((width - part) * swing()), y, part, HEIGHT, HEIGHT, HEIGHT);
            } else {
                int done = (int) (width * row.activity().progress().getAsDouble() / 100);
                pen.fillRoundRect(x, y, done, HEIGHT, HEIGHT, HEIGHT);
            }
            pen.dispose();
        }

        /** Between 0 and 1 and back, in three seconds. */
        private static double swing() {
            double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) / 1000.0;
            return (1 - Math.cos(seconds * Math.PI * 2 / 3)) / 2;
        }

        @Override
        public int getIconWidth() {
            return width;
        }

        @Override
        public int getIconHeight() {
            return HEIGHT;
        }
    }
}

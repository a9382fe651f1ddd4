package io.github.plexactivity.examples.desktop;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** A button where there is something to cancel. */
final class CancelCell implements TableCellRenderer {
    private final JPanel panel = new JPanel(new GridBagLayout());
    private final JButton button = new JButton();

    /** The row whose button is held down, or -1. */
    int pressed = -1;

    CancelCell() {
        panel.add(
                button,
                new GridBagConstraints(
                        0,
                        0,
                        1,
                        1,
                        1,
                        0,
                        GridBagConstraints.CENTER,
                        GridBagConstraints.HORIZONTAL,
                        new Insets(0, 0, 0, 8),
                        0,
                        0));
        button.setMargin(new Insets(4, 4, 4, 4));
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int index, int column) {
        Row row = (Row) value;
        button.setVisible(row.canBeCancelled() || row.isCancelling());
        button.setEnabled(row.canBeCancelled());
        button.setText(row.isCancelling() ? "Cancelling" : "Cancel");
        button.getModel().setArmed(index == pressed);
        button.getModel().setPressed(index == pressed);
        panel.setBackground(isSelected ? table.getSelectionBackground() : table.getBackground());
        panel.setToolTipText(button.isVisible() ? "Cancel " + row.title() + " (Delete)" : null);
        panel.getAccessibleContext().setAccessibleName(button.isVisible() ? button.getText() + " " + row.title() : "");
        return panel;
    }
}

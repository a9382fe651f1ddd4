package io.github.plexactivity.examples.desktop;

import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import java.awt.BorderLayout;
import java.awt.Color;
import java.time.Instant;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import javax.swing.UIManager;

/** The line at the bottom: how the connection stands, and what came of cancelling. */
final class StatusLine implements ActivityListener {
    private final JPanel panel = new JPanel(new BorderLayout(24, 0));
    private final JLabel connection = label("Connection");
    private final JLabel said = label("Result");
    private final Timer seconds = new Timer(1000, tick -> show());
    private ConnectionStatus status;

    StatusLine() {
        panel.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Separator.foreground")),
                BorderFactory.createEmptyBorder(6, 12, 6, 12)));
        panel.add(connection, BorderLayout.CENTER);
        panel.add(said, BorderLayout.SOUTH);
        say("");
    }

    private static JLabel label(String name) {
        JLabel label = new JLabel();
        // Texts of the server are no markup.
        label.putClientProperty("html.disable", true);
        label.setName(name);
        return label;
    }

    JComponent component() {
        return panel;
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        this.status = status;
        show();
        if (status.nextAttempt().isPresent()) {
            seconds.start();
        } else {
            seconds.stop();
        }
    }

    private void show() {
        boolean isConnected = status.state() == ConnectionState.CONNECTED;
        String words = Words.of(status, Instant.now());
        connection.setText((isConnected ? "\u25cf " : "\u25cb ") + words);
        connection.getAccessibleContext().setAccessibleName(words);
        connection.setToolTipText(words);
        connection.setForeground(isConnected ? UIManager.getColor("Label.foreground") : warning());
    }

    private static Color warning() {
        return UIManager.getColor("Actions.Red");
    }

    void say(String words) {
        said.setText(words);
        said.setVisible(!words.isEmpty());
    }
}

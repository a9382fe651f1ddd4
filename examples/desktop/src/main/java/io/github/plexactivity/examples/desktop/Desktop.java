package io.github.plexactivity.examples.desktop;

import com.formdev.flatlaf.themes.FlatMacDarkLaf;
import com.formdev.flatlaf.themes.FlatMacLightLaf;
import io.github.plexactivity.ActivityMonitor;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.net.URI;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/** {@code java -jar desktop.jar SERVER [--dark]}, the token in the environment's {@code PLEX_TOKEN}. */
public final class Desktop {

    private Desktop() {}

    /**
     * Shows the window until it is closed.
     *
     * @param arguments the Plex server's address, and whether to be dark on a screen that is not known to be
     */
    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: PLEX_TOKEN=... java -jar desktop.jar SERVER [--dark]");
            System.exit(2);
        }
        ActivityMonitor monitor = monitor(URI.create(arguments[0]), System.getenv("PLEX_TOKEN"));
        SwingUtilities.invokeLater(() -> {
            wear(arguments.length == 2
                    || isDark(Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Net/ThemeName")));
            show(monitor);
        });
    }

    /**
     * All that the monitor tells comes on the event dispatch thread, so that nothing here needs a lock or a hand-over. It
     * is not flooded: however much happens, a listener has at most one task in the queue, which tells 64 things at most, and
     * updates of one activity that come meanwhile are taken together. The price is that nothing told may block; a token
     * supplier that asks somebody would, and has no place here.
     */
    static ActivityMonitor monitor(URI server, String token) {
        ActivityMonitor.Builder builder = ActivityMonitor.builder(server).callbackExecutor(SwingUtilities::invokeLater);
        return (token == null ? builder : builder.token(token)).build();
    }

    private static boolean isDark(Object theme) {
        return theme instanceof String name && name.endsWith("-dark");
    }

    static void wear(boolean dark) {
        if (dark) {
            FlatMacDarkLaf.setup();
        } else {
            FlatMacLightLaf.setup();
        }
    }

    /** Opens the window and starts the monitor, which ends with it. */
    static JFrame show(ActivityMonitor monitor) {
        ActivitiesWindow window = new ActivitiesWindow(monitor);
        JFrame frame = window.frame();
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                // It waits for its threads for a moment, which this one has no time for.
                new Thread(monitor::close).start();
            }
        });
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
        monitor.start();
        return frame;
    }
}

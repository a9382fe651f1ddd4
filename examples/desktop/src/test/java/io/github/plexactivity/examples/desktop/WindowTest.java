package io.github.plexactivity.examples.desktop;

import static io.github.plexactivity.examples.desktop.Samples.activity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window on a screen, by mouse and keyboard. Takes the picture that is in docs, too. */
@DisabledIf(value = "isWithoutScreen", disabledReason = "there is no screen; xvfb-run lends one")
class WindowTest {
    private final FakePlexServer plex = FakePlexServer.start();
    private final ActivityMonitor monitor = ActivityMonitor.builder(plex.uri())
            .callbackExecutor(SwingUtilities::invokeLater)
            .backoff(Duration.ofMillis(100), Duration.ofMillis(500))
            .build();
    private JFrame frame;
    private Robot robot;

    static boolean isWithoutScreen() {
        return GraphicsEnvironment.isHeadless();
    }

    private void open(boolean dark) throws Exception {
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
        SwingUtilities.invokeAndWait(() -> {
            Desktop.wear(dark);
            frame = Desktop.show(monitor);
        });
        monitor.start().get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        SwingUtilities.invokeAndWait(() -> frame.dispose());
        monitor.close();
        plex.close();
    }

    @Test
    void deleteCancelsTheChosenOneAndTheStatusLineSaysWhatCameOfIt() throws Exception {
        open(false);
        plex.started(activity("Scanning", "", 10, false));
        plex.started(activity("Downloading"));
        untilRows(2);
        eventually(() -> assertThat(onEventThread(() -> frame.isFocused())).isTrue());
        press(KeyEvent.VK_TAB);
        eventually(() -> assertThat(onEventThread(() -> table().isFocusOwner())).isTrue());
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_DOWN);
        eventually(
                () -> assertThat(onEventThread(() -> table().getSelectedRow())).isEqualTo(1));
        plex.faults().refuse(Endpoint.CANCEL, 403);
        press(KeyEvent.VK_DELETE);
        eventually(() -> assertThat(line("Result")).isEqualTo("Downloading: this token may not cancel it"));
        plex.faults().allow(Endpoint.CANCEL);
        press(KeyEvent.VK_DELETE);
        eventually(() -> assertThat(plex.cancelled()).containsExactly("Downloading"));
        eventually(() -> assertThat(line("Result")).isEqualTo("Downloading: the server will cancel it"));
        eventually(() -> assertThat(row(1).state()).isEqualTo("Cancelled"));
    }

    @Test
    void theButtonOfARowCancelsThatRow() throws Exception {
        open(false);
        plex.started(activity("First"));
        plex.started(activity("Second"));
        untilRows(2);
        Rectangle button = onEventThread(() -> {
            Rectangle cell = table().getCellRect(1, 2, false);
            cell.translate(table().getLocationOnScreen().x, table().getLocationOnScreen().y);
            return cell;
        });
        robot.mouseMove((int) button.getCenterX(), (int) button.getCenterY());
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        eventually(() -> assertThat(plex.cancelled()).containsExactly("Second"));
    }

    @Test
    void theConnectionIsToldInWords() throws Exception {
        open(false);
        eventually(() -> assertThat(line("Connection")).endsWith(" Connected, live"));
        plex.faults().stop();
        eventually(() -> assertThat(line("Connection")).contains(" No connection, trying again"));
        plex.faults().restart();
        eventually(() -> assertThat(line("Connection")).endsWith(" Connected, live"));
    }

    @Test
    void closingTheWindowClosesTheMonitor() throws Exception {
        open(false);
        SwingUtilities.invokeAndWait(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
        eventually(() -> assertThat(monitor.status().state()).isEqualTo(ConnectionState.CLOSED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itLooksWell(boolean dark) throws Exception {
        open(dark);
        picture("desktop-empty", dark);
        plex.started(activity("Refreshing Nine Bridges", "", 10, false));
        plex.end("Refreshing Nine Bridges");
        plex.started(activity("Scanning Movies", "The Cartographer's Daughter (1974)", 64, false));
        plex.started(activity("Downloading Salt Road", "Preparing to transfer", 27, true));
        plex.started(activity("Detecting Credits", "Tidewater S01 E04", -1, false));
        plex.started(activity(
                "Generating video preview thumbnails for Les Heures d'été à Port-Louis et autres histoires du rivage",
                "Les Heures d'été à Port-Louis et autres histoires du rivage (2004), part 1 of 2: the harbour, the letters",
                3,
                true));
        untilRows(5);
        onEventThread(() -> {
            table().setRowSelectionInterval(1, 1);
            return table().requestFocusInWindow();
        });
        picture("desktop", dark);
        for (int film = 0; film < 200; film++) {
            plex.started(activity("Scanning " + film, "Film " + film, film / 2.0, true));
        }
        untilRows(205);
        SwingUtilities.invokeAndWait(() -> frame.setSize(frame.getMinimumSize()));
        picture("desktop-narrow", dark);
        eventually(() -> assertThat(onEventThread(() -> table().getWidth() <= frame.getMinimumSize().width))
                .isTrue());
    }

    private void picture(String name, boolean dark) throws Exception {
        robot.waitForIdle();
        Rectangle bounds = onEventThread(() -> frame.getBounds());
        BufferedImage picture = robot.createScreenCapture(bounds);
        File folder = new File("target/pictures");
        folder.mkdirs();
        ImageIO.write(picture, "png", new File(folder, name + (dark ? "-dark" : "-light") + ".png"));
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private void untilRows(int count) {
        eventually(() -> assertThat(onEventThread(() -> table().getRowCount())).isEqualTo(count));
    }

    private Row row(int index) throws Exception {
        return onEventThread(() -> (Row) table().getValueAt(index, 0));
    }

    private String line(String name) throws Exception {
        return onEventThread(() -> all(frame)
                .filter(component -> name.equals(component.getName()))
                .map(label -> ((JLabel) label).getText())
                .findFirst()
                .orElseThrow());
    }

    private JTable table() {
        return (JTable) all(frame).filter(JTable.class::isInstance).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        Stream<Component> inside = component instanceof Container container
                ? Arrays.stream(container.getComponents()).flatMap(WindowTest::all)
                : Stream.empty();
        return Stream.concat(Stream.of(component), inside);
    }

    private static <T> T onEventThread(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}

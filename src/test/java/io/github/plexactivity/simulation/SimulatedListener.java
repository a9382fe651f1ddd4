package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.Map;

/**
 * A listener that writes down what it is told.
 *
 * @param own what it does in each callback, which may throw
 */
record SimulatedListener(Storybook book, Runnable own) implements ActivityListener {

    @Override
    public void onStarted(Activity activity) {
        book.told(() -> "started " + activity.uuid(), () -> book.started(activity), own);
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        book.told(() -> current, () -> book.progressed(previous, current), own);
    }

    @Override
    public void onEnded(Ending ending) {
        book.told(() -> ending, () -> book.ended(ending), own);
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        book.told(() -> "synchronized " + activities.keySet(), () -> book.synchronizedWith(activities), own);
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        book.told(() -> shortly(status), () -> book.connection(shortly(status)), own);
    }

    private static String shortly(ConnectionStatus status) {
        return status.state() + " " + status.transport().map(Enum::name).orElse("-") + " since " + status.since()
                + " failures=" + status.failures() + " "
                + status.lastError().map(Throwable::getMessage).orElse("");
    }
}

package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A listener that writes down what it is told, and does in each callback what the test wants done there. */
final class Told implements ActivityListener {
    private final List<String> lines = new ArrayList<>();
    private Consumer<String> during = line -> {};

    /** What was told since the last time this was asked. */
    List<String> lines() {
        List<String> copy = List.copyOf(lines);
        lines.clear();
        return copy;
    }

    Told during(Consumer<String> action) {
        during = action;
        return this;
    }

    private void write(String line) {
        lines.add(line);
        during.accept(line);
    }

    @Override
    public void onStarted(Activity activity) {
        write("started " + shown(activity));
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        write("progress " + shown(previous) + " to " + shown(current));
    }

    @Override
    public void onEnded(Ending ending) {
        write("ended " + shown(ending.activity()));
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        write("synchronized " + new TreeSet<>(activities.keySet()));
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        write("connection " + status.failures());
    }

    static String shown(Activity activity) {
        return activity.uuid() + (long) activity.progress().orElse(-1);
    }
}

package io.github.plexactivity.terminal;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Counts what is shown, and keeps the mark from being shown. */
public final class Tally implements ActivityListener {
    private final Display display;
    private final Map<String, Activity> running = new LinkedHashMap<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final CompletableFuture<Void> markIsOver = new CompletableFuture<>();
    private int begun;
    private boolean connected;

    public Tally(Display display) {
        this.display = display;
    }

    /** Done when the mark has ended: all that happened before it was shown. */
    public CompletableFuture<Void> markIsOver() {
        return markIsOver;
    }

    @Override
    public void onStarted(Activity activity) {
        if (!Mark.is(activity)) {
            begun++;
            running.put(activity.uuid(), activity);
            display.onStarted(activity);
        }
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        if (!Mark.is(current)) {
            running.put(current.uuid(), current);
            display.onProgress(previous, current);
        }
    }

    @Override
    public void onEnded(Ending ending) {
        if (Mark.is(ending.activity())) {
            markIsOver.complete(null);
            return;
        }
        running.remove(ending.activity().uuid());
        outcomes.merge(ending.outcome(), 1, Integer::sum);
        display.onEnded(ending);
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        connected |= status.state() == ConnectionState.CONNECTED;
        // That there is no connection to begin with ends the command, with a sentence of its own.
        if (connected || status.state() == ConnectionState.CONNECTING) {
            display.onConnection(status);
        }
    }

    /** Shows what still runs, and the last line. */
    void close(String whenLeft) {
        if (!connected) {
            display.dismiss();
            return;
        }
        running.values().forEach(display::left);
        display.close(lastLine(whenLeft));
    }

    private String lastLine(String whenLeft) {
        StringBuilder line = new StringBuilder(begun == 1 ? "1 activity" : begun + " activities");
        String separator = ": ";
        for (Outcome outcome : Outcome.values()) {
            line.append(separator)
                    .append(outcomes.getOrDefault(outcome, 0))
                    .append(' ')
                    .append(outcome.name().toLowerCase(Locale.ROOT));
            separator = ", ";
        }
        return running.isEmpty() ? line.toString() : line + ", " + running.size() + " still running" + whenLeft;
    }
}

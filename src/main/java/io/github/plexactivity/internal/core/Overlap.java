package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a change of streams from telling twice. While another stream is open beside the one that is heard, the server
 * says everything on both. The one that takes over may lag: what it says first the other has said already, and taken
 * for news it would turn progress back. Owned by the loop.
 */
public final class Overlap {

    /** How long a stream that took over may lag. */
    private static final long LAG_NANOS = Duration.ofSeconds(10).toNanos();

    /** How many reports of the stream in use are kept; those before them are taken for news again. */
    private static final int MOST = 4_096;

    /** What they may hold together. */
    private static final long HEAVIEST = 4L << 20;

    private final Map<String, Deque<Activity>> said = new HashMap<>();
    private final Deque<Activity> order = new ArrayDeque<>();
    private long weight;
    private boolean open;
    private long takenOver;

    /** Another stream is being opened beside the one that is heard. */
    public void begin() {
        forget();
        open = true;
    }

    /**
     * There is one stream again.
     *
     * @param anotherOne whether it is the other one
     */
    public void end(boolean anotherOne, Moment now) {
        open = false;
        takenOver = now.nanos();
        if (!anotherOne) {
            forget();
        }
    }

    /**
     * Whether the stream that is heard says no more than what the one before it said while both were open.
     *
     * @param report what it says
     */
    public boolean repeats(Report report, Moment now) {
        Activity activity = report.activity();
        if (report.ended() || activity == null) {
            return false;
        }
        if (open) {
            remember(activity);
            return false;
        }
        return !said.isEmpty() && lags(report.uuid(), activity, now);
    }

    private void remember(Activity activity) {
        said.computeIfAbsent(activity.uuid(), key -> new ArrayDeque<>()).add(activity);
        order.add(activity);
        weight += Weight.of(activity);
        while (order.size() > MOST || weight > HEAVIEST) {
            Activity oldest = order.remove();
            weight -= Weight.of(oldest);
            said.computeIfPresent(oldest.uuid(), (key, states) -> {
                states.poll();
                return states.isEmpty() ? null : states;
            });
        }
    }

    private boolean lags(String uuid, Activity activity, Moment now) {
        if (now.nanos() - takenOver > LAG_NANOS) {
            forget();
            return false;
        }
        Deque<Activity> states = said.get(uuid);
        if (states == null || !states.contains(activity)) {
            said.remove(uuid);
            return false;
        }
        while (!states.remove().equals(activity)) {
            // What it skipped it has said before it was heard.
        }
        if (states.isEmpty()) {
            said.remove(uuid);
        }
        return true;
    }

    private void forget() {
        said.clear();
        order.clear();
        weight = 0;
    }
}

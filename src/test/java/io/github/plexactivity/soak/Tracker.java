package io.github.plexactivity.soak;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.soak.Findings.Kind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for the end of every tenth activity by its handle, and cancels every thirtieth. */
final class Tracker implements ActivityListener {

    private static final int TRACKED = 10;
    private static final int CANCELLED = 30;

    private final ActivityMonitor monitor;
    private final String name;
    private final Findings findings;
    private final Map<Integer, CompletableFuture<Ending>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile boolean resting;

    Tracker(ActivityMonitor monitor, String name, Findings findings) {
        this.monitor = monitor;
        this.name = name;
        this.findings = findings;
    }

    @Override
    public void onStarted(Activity activity) {
        int number = Numbered.of(activity);
        if (number % TRACKED == 0) {
            waiting.put(number, monitor.track(activity.uuid()).ended());
        }
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        if (Numbered.of(current) % CANCELLED == 1 && !resting) {
            ActivityHandle handle = monitor.track(current.uuid());
            underWay.incrementAndGet();
            cancelled.incrementAndGet();
            handle.cancel().whenComplete((result, failure) -> underWay.decrementAndGet());
        }
    }

    /** While it rests it cancels nothing. */
    void rest(boolean on) {
        resting = on;
    }

    int cancelled() {
        return cancelled.get();
    }

    boolean agreesWith(Truth truth) {
        return underWay.get() == 0
                && waiting.entrySet().stream()
                        .allMatch(each ->
                                truth.runs(each.getKey()) != each.getValue().isDone());
    }

    void audit(Truth truth) {
        waiting.forEach((number, end) -> {
            if (end.isCompletedExceptionally()) {
                findings.add(Kind.LOST, name + ": the future of " + number + " failed");
            } else if (end.isDone() && truth.runs(number)) {
                findings.add(Kind.INVENTED, name + ": the future of " + number + " is done");
            } else if (!end.isDone() && !truth.runs(number)) {
                findings.add(Kind.LOST, name + ": the future of " + number + " is not done");
            }
        });
        waiting.keySet().removeIf(number -> !truth.runs(number));
        if (underWay.get() != 0) {
            findings.add(Kind.LOST, name + ": " + underWay.get() + " answers to cancellations");
        }
    }
}

package io.github.plexactivity.bench;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.List;

/** The monitor as users have it: nothing is switched off. */
final class MonitorPipeline implements Pipeline {

    private final Subject.Task task;
    private final ActivityMonitor monitor;
    private final List<Tally> tallies = new ArrayList<>();

    MonitorPipeline(Subject.Task task) {
        this.task = task;
        this.monitor = ActivityMonitor.builder(task.server())
                .client(EventSources.client())
                .transports(task.load().wire() == Wire.EVENT_SOURCE ? Transport.EVENT_SOURCE : Transport.WEB_SOCKET)
                .build();
    }

    @Override
    public void start() {
        for (int i = 0; i < task.listeners(); i++) {
            Tally tally = i == 0 ? task.tally() : new Tally(task.load(), Times.none());
            tallies.add(tally);
            monitor.listen(new Counting(tally));
        }
        if (task.sleepMillis() > 0) {
            monitor.listen(new Sleeping(task.sleepMillis()));
        }
        monitor.start().join();
    }

    @Override
    public long events() {
        return monitor.statistics().frames();
    }

    @Override
    public long calls() {
        return tallies.stream().mapToLong(Tally::calls).sum();
    }

    private record Counting(Tally tally) implements ActivityListener {
        @Override
        public void onProgress(Activity previous, Activity current) {
            tally.called();
            if (tally.timed()) {
                String uuid = current.uuid();
                tally.arrived(Load.activity(uuid, uuid.length()), (int)
                        current.progress().orElse(0));
            }
        }
    }

    private record Sleeping(int millis) implements ActivityListener {
        @Override
        public void onProgress(Activity previous, Activity current) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

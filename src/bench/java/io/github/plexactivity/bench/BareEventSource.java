package io.github.plexactivity.bench;

import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.StreamException;

/** Reads events as text and does nothing with them. */
final class BareEventSource implements Pipeline {

    private final Subject.Task task;
    private final Fixed text;
    private final Tally tally;

    BareEventSource(Subject.Task task) {
        this.task = task;
        this.tally = task.tally();
        this.text = new Fixed(task.load());
    }

    @Override
    public void start() throws StreamException {
        EventSource events = EventSources.open(EventSources.client(), task.eventSource());
        events.start();
        Reading.start(() -> {
            while (true) {
                String data = events.readMessage().getData();
                tally.called();
                if (tally.timed()) {
                    text.arrived(data, tally);
                }
            }
        });
    }

    @Override
    public long events() {
        return tally.calls();
    }
}

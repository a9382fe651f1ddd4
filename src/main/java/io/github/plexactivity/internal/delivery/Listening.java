package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import io.github.plexactivity.model.ActivityChange.Updated;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.Map;

/** A listener as a receiver. */
record Listening(ActivityListener listener) implements Receiver {

    @Override
    public void change(ActivityChange change) {
        if (change instanceof Updated updated) {
            listener.onProgress(updated.previous(), updated.activity());
        } else if (change instanceof Started started) {
            listener.onStarted(started.activity());
        } else if (change instanceof Ended ended) {
            listener.onEnded(ended.ending());
        }
    }

    @Override
    public void synchronizedWith(Map<String, Activity> activities) {
        listener.onSynchronized(activities);
    }

    @Override
    public void connection(ConnectionStatus status) {
        listener.onConnection(status);
    }
}

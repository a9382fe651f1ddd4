package io.github.plexactivity;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.Map;

/** A hub's listener at one server. */
record ServerListener(String server, HubListener listener) implements ActivityListener {

    @Override
    public void onStarted(Activity activity) {
        listener.onStarted(server, activity);
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        listener.onProgress(server, previous, current);
    }

    @Override
    public void onEnded(Ending ending) {
        listener.onEnded(server, ending);
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        listener.onSynchronized(server, activities);
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        listener.onConnection(server, status);
    }
}

package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A hub's listener that writes a line for each call. */
class HubLedger implements HubListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void clear() {
        lines.clear();
    }

    /** Waits until each of these lines was written. */
    void await(String... wanted) {
        Awaitility.await()
                .atMost(Quick.SOON)
                .untilAsserted(() -> assertThat(lines).contains(wanted));
    }

    @Override
    public void onStarted(String server, Activity activity) {
        lines.add(server + " started " + activity.title());
    }

    @Override
    public void onProgress(String server, Activity previous, Activity current) {
        lines.add(server + " progress " + current.title() + " "
                + (int) current.progress().orElse(-1));
    }

    @Override
    public void onEnded(String server, Ending ending) {
        lines.add(server + " ended " + ending.activity().title());
    }

    @Override
    public void onSynchronized(String server, Map<String, Activity> activities) {
        lines.add(server + " synchronized " + activities.size());
    }

    @Override
    public void onConnection(String server, ConnectionStatus status) {
        lines.add(server + " " + status.state());
    }
}

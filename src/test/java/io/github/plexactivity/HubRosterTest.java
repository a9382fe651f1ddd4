package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.runtime.Seat;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ConnectionStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has a seat, between what a hub does under the roster's lock and what it does outside. */
class HubRosterTest {

    private final HubRoster roster = new HubRoster();
    private final List<String> heard = new ArrayList<>();
    private final HubListener listener = new HubListener() {
        @Override
        public void onConnection(String server, ConnectionStatus status) {
            heard.add(server + " " + status.state());
        }
    };
    private final HubAudience audience = new HubAudience(ActivityFilter.any(), listener, Runnable::run);

    @Test
    void aListenerThatLeavesWhileAServerIsRemovedHearsNothingMoreOfIt() {
        try (ActivityMonitor monitor =
                ActivityMonitor.builder(URI.create("http://127.0.0.1:9")).build()) {
            roster.add(new HubServer("attic", monitor));
            roster.add(audience).forEach(Seat::takeLate);
            roster.remove("attic");
            roster.remove(audience).forEach(Seat::leave);
            heard.clear();
            monitor.start();
            assertThat(heard).isEmpty();
        }
    }
}

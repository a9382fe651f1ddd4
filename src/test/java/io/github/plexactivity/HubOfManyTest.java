package io.github.plexactivity;

import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty servers, each on a port of its own. */
@Timeout(120)
class HubOfManyTest {

    private static final int SERVERS = 50;
    private static final int JOBS = 4;

    private final List<FakePlexServer> servers = new ArrayList<>();

    @AfterEach
    void stopTheServers() {
        servers.forEach(FakePlexServer::close);
    }

    /** Counts what it is told, and the calls that began while another was under way. */
    private static final class Census implements HubListener {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger overlapping = new AtomicInteger();
        private final Set<String> synchronizedServers = ConcurrentHashMap.newKeySet();
        private final Set<ActivityHub.Key> running = ConcurrentHashMap.newKeySet();
        private final Map<ActivityHub.Key, Outcome> ended = new ConcurrentHashMap<>();

        private void alone(Runnable call) {
            overlapping.addAndGet(inside.getAndIncrement());
            call.run();
            inside.decrementAndGet();
        }

        @Override
        public void onSynchronized(String server, Map<String, Activity> activities) {
            alone(() -> synchronizedServers.add(server));
        }

        @Override
        public void onStarted(String server, Activity activity) {
            alone(() -> assertThat(running.add(new ActivityHub.Key(server, activity.uuid())))
                    .isTrue());
        }

        @Override
        public void onEnded(String server, Ending ending) {
            ActivityHub.Key key = new ActivityHub.Key(server, ending.activity().uuid());
            alone(() -> {
                assertThat(running.remove(key)).isTrue();
                ended.put(key, ending.outcome());
            });
        }
    }

    @Test
    void eachActivityOfEachServerIsToldFromStartToEndByOneThreadAtATime() {
        Census census = new Census();
        try (ActivityHub hub =
                ActivityHub.builder().startEvery(Duration.ofMillis(2)).build()) {
            hub.listen(census);
            for (int i = 0; i < SERVERS; i++) {
                servers.add(FakePlexServer.start());
                hub.add("server " + i, servers.get(i).uri());
            }
            until(() -> census.synchronizedServers.size() == SERVERS);
            Set<ActivityHub.Key> begun = begin();
            until(() -> hub.activities().keySet().equals(begun) && census.running.equals(begun));
            assertThat(hub.activities()).hasSize(SERVERS * JOBS);

            servers.forEach(server -> server.activities().forEach(job -> server.end(job.uuid())));
            until(() -> census.ended.keySet().equals(begun));
            assertThat(census.running).isEmpty();
            assertThat(census.overlapping).hasValue(0);
            assertThat(hub.activities()).isEmpty();
            for (int i = 0; i < SERVERS; i++) {
                ActivityMonitor monitor = hub.monitor("server " + i).orElseThrow();
                assertThat(monitor.statistics().listenerErrors()).isZero();
            }
        }
        until(() -> Quick.threads().isEmpty());
    }

    private Set<ActivityHub.Key> begin() {
        Set<ActivityHub.Key> begun = ConcurrentHashMap.newKeySet();
        for (int job = 0; job < JOBS; job++) {
            for (int i = 0; i < SERVERS; i++) {
                Activity activity = servers.get(i).begin("media.download", "Download");
                begun.add(new ActivityHub.Key("server " + i, activity.uuid()));
            }
        }
        return begun;
    }
}

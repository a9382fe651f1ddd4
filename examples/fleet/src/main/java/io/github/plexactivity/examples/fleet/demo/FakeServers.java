package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.examples.fleet.worker.Registry;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Fake servers with much to do, and the truth of what happened on them. One thread has things happen. */
final class FakeServers implements AutoCloseable {
    private final Map<String, FakePlexServer> servers = new LinkedHashMap<>();
    private final List<String> names;
    private final Map<ActivityKey, Life> lives = new ConcurrentHashMap<>();
    private final List<ActivityKey> running = new ArrayList<>();
    private final Random random;

    FakeServers(int count, long seed) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            servers.put("server/%03d".formatted(i), FakePlexServer.start());
        }
        names = List.copyOf(servers.keySet());
        names.forEach(this::begin);
    }

    void register(Registry registry) {
        servers.forEach((name, server) -> registry.add(name, new ServerRecord(server.uri(), Optional.empty())));
    }

    /** One thing happens somewhere: something begins, gets on or ends, so that about two run on each server. */
    void happen() {
        int what = random.nextInt(10);
        if (running.isEmpty() || what < 2 && running.size() < 2 * names.size()) {
            begin(names.get(random.nextInt(names.size())));
        } else if (what < 9) {
            ActivityKey key = running.get(random.nextInt(running.size()));
            servers.get(key.server()).advance(key.uuid(), random.nextInt(100));
        } else {
            end(random.nextInt(running.size()));
        }
    }

    private void begin(String name) {
        Instant before = Instant.now();
        Activity activity = servers.get(name).begin("library.update.section", "Scanning Films");
        ActivityKey key = new ActivityKey(name, activity.uuid());
        lives.put(key, new Life(key, before, Optional.empty()));
        running.add(key);
    }

    private void end(int index) {
        ActivityKey key = running.get(index);
        running.set(index, running.get(running.size() - 1));
        running.remove(running.size() - 1);
        Instant before = Instant.now();
        servers.get(key.server()).end(key.uuid());
        lives.computeIfPresent(key, (same, life) -> life.over(before));
    }

    /** Whether somebody listens to a server. */
    boolean isFollowed(String name) {
        return servers.get(name).openStreams(Transport.EVENT_SOURCE) > 0;
    }

    long followed() {
        return names.stream().filter(this::isFollowed).count();
    }

    List<String> names() {
        return names;
    }

    List<Life> lives() {
        return List.copyOf(lives.values());
    }

    @Override
    public void close() {
        servers.values().parallelStream().forEach(FakePlexServer::close);
    }
}

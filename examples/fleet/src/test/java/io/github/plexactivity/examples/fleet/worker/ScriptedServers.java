package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers on which happens what a test says. */
final class ScriptedServers implements Servers {
    private final Map<String, Followed> followed = new ConcurrentHashMap<>();

    record Followed(ServerRecord record, List<Activity> resumed, Hearer hearer) {}

    @Override
    public void follow(String server, ServerRecord record, Collection<Activity> live, Hearer hearer) {
        if (record.address().getHost().equals("refused.example")) {
            throw new IllegalArgumentException("no such server");
        }
        if (followed.putIfAbsent(server, new Followed(record, List.copyOf(live), hearer)) != null) {
            throw new AssertionError(server + " is followed twice");
        }
    }

    @Override
    public void leave(String server) {
        if (followed.remove(server) == null) {
            throw new AssertionError(server + " was not followed");
        }
    }

    void say(String server, ActivityChange change) {
        followed.get(server).hearer().hear(server, change);
    }

    Followed at(String server) {
        return followed.get(server);
    }

    boolean follows(String server) {
        return followed.containsKey(server);
    }

    int count() {
        return followed.size();
    }

    @Override
    public void close() {
        followed.clear();
    }
}

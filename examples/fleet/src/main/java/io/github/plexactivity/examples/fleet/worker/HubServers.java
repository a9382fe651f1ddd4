package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.ActivityHub;
import io.github.plexactivity.HubListener;
import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers in a hub of the library, one listener for all of them. */
final class HubServers implements Servers, HubListener {
    private static final Logger LOG = LoggerFactory.getLogger(HubServers.class);

    private final Map<String, Hearer> hearers = new ConcurrentHashMap<>();
    private final Tokens tokens;
    private final ActivityHub hub;

    HubServers(Tokens tokens, Duration startEvery) {
        this.tokens = tokens;
        hub = ActivityHub.builder().startEvery(startEvery).build();
        hub.listen(this);
    }

    @Override
    public void follow(String server, ServerRecord record, Collection<Activity> live, Hearer hearer) {
        if (hearers.putIfAbsent(server, hearer) != null) {
            throw new IllegalArgumentException("a server of this name is followed already");
        }
        try {
            hub.add(server, record.address(), monitor -> {
                monitor.resumeFrom(live);
                record.token().ifPresent(name -> monitor.token(() -> tokens.token(name)));
            });
        } catch (IllegalArgumentException
                | IllegalStateException e) { // the latter where more is live than can be followed
            hearers.remove(server);
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void leave(String server) {
        hub.remove(server);
        hearers.remove(server);
    }

    @Override
    public void onStarted(String server, Activity activity) {
        hear(server, new ActivityChange.Started(activity));
    }

    @Override
    public void onProgress(String server, Activity previous, Activity current) {
        hear(server, new ActivityChange.Updated(previous, current));
    }

    @Override
    public void onEnded(String server, Ending ending) {
        hear(server, new ActivityChange.Ended(ending));
    }

    @Override
    public void onConnection(String server, ConnectionStatus status) {
        if (status.state() == ConnectionState.REFUSED) {
            LOG.warn("server {}: refuses", server);
        }
    }

    private void hear(String server, ActivityChange change) {
        Hearer hearer = hearers.get(server);
        if (hearer != null) {
            hearer.hear(server, change);
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}

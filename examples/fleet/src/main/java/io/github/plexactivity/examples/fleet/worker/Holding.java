package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.state.ServerRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker holds of one partition: which servers are wanted there, which of them are followed, and the share that
 * publishes. For the thread of the worker alone.
 */
final class Holding {
    private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

    private final Servers servers;
    private final Ledger ledger;
    private final int mostWaiting;
    private final Supplier<Share> begin;
    private final Map<String, ServerRecord> wanted = new HashMap<>();
    private final Map<String, ServerRecord> seen = new HashMap<>();
    private final Set<String> followed = new HashSet<>();
    private boolean listed;
    private boolean settled;
    private Share share;

    Holding(Servers servers, Ledger ledger, int mostWaiting, Supplier<Share> begin) {
        this.servers = servers;
        this.ledger = ledger;
        this.mostWaiting = mostWaiting;
        this.begin = begin;
        this.share = begin.get();
    }

    void want(String server, ServerRecord record) {
        settled &= record.equals(wanted.put(server, record));
    }

    void wantNoMore(String server) {
        settled &= wanted.remove(server) == null;
    }

    /** All servers that the topic held when the partition was assigned have been told of. */
    void listed() {
        listed = true;
    }

    boolean isListed() {
        return listed;
    }

    boolean isBroken() {
        return share.isBroken();
    }

    /** Makes what is followed what is wanted, once it is known what is live there. */
    void settle() {
        if (ledger.unsaid() > mostWaiting) {
            // Kafka has been away for long. What is live is known; what begins from now on is listed once it is back.
            leaveAll();
        } else if (!settled && listed && share.isOpen()) {
            ledger.keepTo(wanted.keySet());
            List.copyOf(seen.keySet()).stream()
                    .filter(server -> !seen.get(server).equals(wanted.get(server)))
                    .forEach(this::leave);
            wanted.keySet().stream()
                    .filter(server -> !seen.containsKey(server))
                    .toList()
                    .forEach(this::follow);
            settled = true;
        }
    }

    private void follow(String server) {
        seen.put(server, wanted.get(server));
        try {
            servers.follow(server, wanted.get(server), ledger.live(server), ledger::hear);
            followed.add(server);
        } catch (IllegalArgumentException e) {
            LOG.warn("server {}: not followed, {}", server, e.getMessage());
        }
    }

    private void leave(String server) {
        seen.remove(server);
        if (followed.remove(server)) {
            servers.leave(server);
        }
    }

    private void leaveAll() {
        List.copyOf(seen.keySet()).forEach(this::leave);
        settled = false;
    }

    /** Begins to publish anew, after what it was told last by Kafka: that this is still this worker's. */
    void resume() {
        leaveAll();
        share = begin.get();
    }

    /** Nothing is heard from now on; what was heard is still published. */
    void finish() {
        leaveAll();
        share.finish();
    }

    Share share() {
        return share;
    }

    /** Nothing is heard or published from now on: it is another worker's. */
    void drop() {
        share.abandon();
        leaveAll();
    }
}

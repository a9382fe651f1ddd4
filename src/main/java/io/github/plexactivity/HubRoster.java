package io.github.plexactivity;

import io.github.plexactivity.internal.runtime.Seat;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which servers a hub has, and who listens: every listener has one seat at every server, whichever of them came first.
 * Seats are made here, under a lock; they are taken outside of it, since that may run the user's code. Any thread.
 */
final class HubRoster {

    private final ReentrantLock lock = new ReentrantLock();

    // Written under the lock, read anywhere.
    private final ConcurrentNavigableMap<String, HubServer> servers = new ConcurrentSkipListMap<>();
    private volatile boolean closed;

    // Under the lock.
    private final Set<HubAudience> audiences = new LinkedHashSet<>();

    /** By name. */
    Collection<HubServer> servers() {
        return servers.values();
    }

    @Nullable
    HubServer server(String name) {
        return servers.get(name);
    }

    /**
     * Any thread; what it answers may be otherwise a moment later, outside of the lock.
     *
     * @throws IllegalStateException after {@link #close}
     * @throws IllegalArgumentException if there is a server of this name
     */
    void requireRoomFor(String name) {
        if (closed) {
            throw new IllegalStateException("the hub is closed");
        }
        if (servers.containsKey(name)) {
            throw new IllegalArgumentException("there is a server of this name already: " + name);
        }
    }

    /** Answers the seats to be taken there. */
    List<Seat> add(HubServer server) {
        return locked(() -> {
            requireRoomFor(server.name());
            servers.put(server.name(), server);
            return audiences.stream().map(audience -> seat(audience, server)).toList();
        });
    }

    /** Answers the seats to be taken by it. */
    List<Seat> add(HubAudience audience) {
        return locked(() -> {
            audiences.add(audience);
            return servers.values().stream()
                    .map(server -> seat(audience, server))
                    .toList();
        });
    }

    private static Seat seat(HubAudience audience, HubServer server) {
        Seat seat = audience.at(server);
        server.seats().put(audience, seat);
        return seat;
    }

    /**
     * Takes a server out, with all seats there: who gives up its listener from now on does not find them any more, and has
     * to be told nothing either. Answers the server that there was.
     */
    @Nullable
    HubServer remove(String name) {
        lock.lock();
        try {
            HubServer removed = servers.remove(name);
            if (removed != null) {
                removed.seats().values().forEach(Seat::leave);
            }
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Answers the seats to be left. */
    List<Seat> remove(HubAudience audience) {
        return locked(() -> {
            audiences.remove(audience);
            return servers.values().stream()
                    .map(server -> server.seats().remove(audience))
                    .filter(Objects::nonNull)
                    .toList();
        });
    }

    /** Nothing is added any more. Answers the servers that there are. */
    List<HubServer> close() {
        return locked(() -> {
            closed = true;
            return List.copyOf(servers.values());
        });
    }

    private <T> T locked(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}

package io.github.plexactivity;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.ActivityMonitor.Registration;
import io.github.plexactivity.internal.runtime.Crew;
import io.github.plexactivity.internal.runtime.Seat;
import io.github.plexactivity.internal.runtime.Starts;
import io.github.plexactivity.internal.runtime.SystemLoop;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ConnectionStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * Follows many servers in one process: a monitor for each, by a name of yours. They share threads and a client, have
 * their listeners in common, and connect one after the other, not all in one instant. What one server does, or one of
 * its monitor's token suppliers, costs the others nothing.
 *
 * <pre>{@code
 * try (ActivityHub hub = ActivityHub.builder().build()) {
 *     hub.listen(new HubListener() {
 *         @Override
 *         public void onEnded(String server, Ending ending) {
 *             System.out.println(server + ": " + ending.activity().title() + " " + ending.outcome());
 *         }
 *     });
 *     hub.add("attic", attic, monitor -> monitor.token(token));
 *     ...
 * }
 * }</pre>
 *
 * <p>For any thread; no method blocks, but that {@link #remove} and {@link #close} wait for a moment.
 */
public final class ActivityHub implements AutoCloseable {

    private static final Duration THREADS_END = Duration.ofSeconds(1);

    private final Crew crew = new Crew();
    private final OkHttpClient client;
    private final Executor callbacks;
    private final ThreadFactory threadFactory;
    private final HubRoster roster = new HubRoster();
    private final Starts starts;

    /** By whoever asks for it; another of the same content does no harm. */
    private volatile HubView view = HubView.EMPTY;

    ActivityHub(HubBuilder builder) {
        this.client = builder.client != null ? builder.client : new OkHttpClient();
        this.callbacks = builder.callbackExecutor != null ? builder.callbackExecutor : crew.callbacks();
        this.threadFactory = builder.threadFactory;
        this.starts = new Starts(new SystemLoop(crew.workers()), builder.startEvery);
    }

    /**
     * Begins to describe a hub.
     *
     * @return a builder with all defaults
     */
    public static Builder builder() {
        return new HubBuilder();
    }

    /**
     * Adds a server that is described by its address alone, and follows it.
     *
     * @param name as listeners are told it
     * @param server as {@link ActivityMonitor#builder} takes it
     * @return its monitor, which starts in its turn
     * @throws IllegalArgumentException if the name is taken, blank or holds control characters, or if the address is none
     * @throws IllegalStateException after {@link #close}
     */
    public ActivityMonitor add(String name, URI server) {
        return add(name, server, monitor -> {});
    }

    /**
     * Adds a server and follows it. It starts in its turn; nobody has to start it, and who does, starts it at once. The
     * listeners that there are by now are told of it from its start, and are taken to know what it {@linkplain
     * ActivityMonitor.Builder#resumeFrom resumes}.
     *
     * @param name as listeners are told it
     * @param server as {@link ActivityMonitor#builder} takes it
     * @param settings describes its monitor: the token, the transports, what it resumes from. The client, the callback
     *     executor and the thread factory are the hub's unless it names others; it is not to build. What it throws is
     *     thrown here, and nothing is added
     * @return its monitor, to cancel, track and wait by; it ends with {@link #remove}
     * @throws IllegalArgumentException if the name is taken, blank or holds control characters, or if the address is none
     * @throws IllegalStateException after {@link #close}, or if more is resumed than may be followed at once
     */
    public ActivityMonitor add(String name, URI server, Consumer<ActivityMonitor.Builder> settings) {
        if (!TrackedActivity.isName(name)) {
            throw new IllegalArgumentException("a server's name must not be blank, nor hold control characters");
        }
        roster.requireRoomFor(name);
        MonitorBuilder monitor = new MonitorBuilder(requireNonNull(server, "server"))
                .client(client)
                .callbackExecutor(callbacks)
                .threadFactory(threadFactory);
        settings.accept(monitor);
        HubServer added = new HubServer(name, monitor.buildOn(crew));
        roster.add(added).forEach(Seat::take);
        starts.add(added, added.monitor()::start);
        return added.monitor();
    }

    /**
     * Follows a server no more: closes its monitor, as {@link ActivityMonitor#close} does. No callback for it begins
     * after this returns. What ran there is not reported as ended.
     *
     * @param name of the server
     * @return whether there was one
     */
    public boolean remove(String name) {
        HubServer removed = roster.remove(requireNonNull(name, "name"));
        if (removed == null) {
            return false;
        }
        starts.remove(removed);
        removed.monitor().close();
        return true;
    }

    /**
     * One server's monitor: to cancel, track, wait and resync there.
     *
     * @param name of the server
     * @return empty if there is none of this name
     */
    public Optional<ActivityMonitor> monitor(String name) {
        return Optional.ofNullable(roster.server(requireNonNull(name, "name"))).map(HubServer::monitor);
    }

    /**
     * Adds a listener for all activities of all servers, also of those that are added later.
     *
     * @param listener first told the present of each server that there is, and what it resumes as well
     * @return removes it
     */
    public Registration listen(HubListener listener) {
        return listen(ActivityFilter.any(), listener);
    }

    /**
     * Adds a listener for some activities of all servers, also of those that are added later. It gets whole stories, as
     * {@link ActivityMonitor#listen(ActivityFilter, io.github.plexactivity.model.ActivityListener)} tells them.
     *
     * @param filter asked on the callback executor, by one thread at a time
     * @param listener first told the present of each server that there is, and what it resumes as well
     * @return removes it
     */
    public Registration listen(ActivityFilter filter, HubListener listener) {
        HubAudience audience = new HubAudience(
                requireNonNull(filter, "filter"), requireNonNull(listener, "listener"), Crew.oneAtATime(callbacks));
        roster.add(audience).forEach(Seat::takeLate);
        return () -> roster.remove(audience).forEach(Seat::leave);
    }

    /**
     * What runs on all servers, as far as is known. A change is in it before anybody is told of that change.
     *
     * @return by server and uuid; immutable, and the same until something changes
     */
    public Map<Key, Activity> activities() {
        HubView now = view.now(roster.servers());
        view = now;
        return now;
    }

    /**
     * How the connections stand.
     *
     * @return by the servers' names, in their order; immutable
     */
    public Map<String, ConnectionStatus> statuses() {
        Map<String, ConnectionStatus> statuses = new LinkedHashMap<>();
        roster.servers()
                .forEach(server -> statuses.put(server.name(), server.monitor().status()));
        return Collections.unmodifiableMap(statuses);
    }

    /**
     * Ends it all, as {@link ActivityMonitor#close} does, for all servers together. What was known last can still be
     * asked for.
     */
    @Override
    public void close() {
        List<HubServer> servers = roster.close();
        starts.clear();
        servers.forEach(server -> server.monitor().stop());
        crew.end();
        long end = System.nanoTime() + THREADS_END.toNanos();
        servers.forEach(server -> server.monitor().awaitReaders(Duration.ofNanos(end - System.nanoTime())));
        crew.awaitEnd(THREADS_END);
    }

    /**
     * An activity among those of all servers.
     *
     * @param server its name in the hub
     * @param uuid what identifies the activity there
     */
    public record Key(String server, String uuid) {}

    /** Describes a hub. Not for use by several threads at once. */
    public interface Builder {

        /**
         * The client of all monitors; see {@link ActivityMonitor.Builder#client}.
         *
         * @param client yours
         * @return this
         */
        Builder client(OkHttpClient client);

        /**
         * Where listeners, filters, token suppliers and what depends on futures run, of all servers; see {@link
         * ActivityMonitor.Builder#callbackExecutor}. A hub's listener occupies one thread of it at most.
         *
         * @param executor yours; never shut down
         * @return this
         */
        Builder callbackExecutor(Executor executor);

        /**
         * Makes the threads that read streams, one for each server; see {@link ActivityMonitor.Builder#threadFactory}.
         * On Java 21 and later virtual ones save most of what an idle server costs.
         *
         * @param factory yours
         * @return this
         */
        Builder threadFactory(ThreadFactory factory);

        /**
         * How long after one server begins to be called the next one may: at most one begins in a period, in the order
         * in which they were added. 20 milliseconds unless said otherwise, which makes 1,000 servers in 20 seconds.
         *
         * @param period a millisecond to a year
         * @return this
         */
        Builder startEvery(Duration period);

        /**
         * Makes the hub. Opens nothing.
         *
         * @return a hub without servers
         */
        ActivityHub build();
    }
}

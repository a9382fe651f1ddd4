package io.github.plexactivity;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.internal.runtime.Crew;
import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.runtime.Outside;
import io.github.plexactivity.internal.runtime.OwnThreads;
import io.github.plexactivity.internal.runtime.Seat;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.internal.runtime.SystemLoop;
import io.github.plexactivity.internal.runtime.Tokens;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.transport.EventSourceStream;
import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.internal.transport.OkHttpActivitiesApi;
import io.github.plexactivity.internal.transport.RequestHeaders;
import io.github.plexactivity.internal.transport.ServerAddress;
import io.github.plexactivity.internal.transport.StreamSettings;
import io.github.plexactivity.internal.transport.WebSocketStream;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Follows the activities of one Plex Media Server in real time: over server-sent events, or a WebSocket where these do
 * not come through, or by polling where no stream does.
 *
 * <pre>{@code
 * try (ActivityMonitor monitor = ActivityMonitor.builder(URI.create("http://127.0.0.1:32400"))
 *         .token(System.getenv("PLEX_TOKEN"))
 *         .build()) {
 *     monitor.listen(new ActivityListener() {
 *         @Override
 *         public void onProgress(Activity previous, Activity current) {
 *             System.out.println(current.title() + " " + current.progress());
 *         }
 *     });
 *     monitor.start().join();
 *     ...
 * }
 * }</pre>
 *
 * <p>For any thread; no method blocks, but that {@link #close} waits for a moment. Listeners, filters, token suppliers
 * and whatever depends on a returned future run on the callback executor. Every future is the caller's own: a time
 * limit on it, or cancelling it, harms nobody else.
 */
public final class ActivityMonitor implements AutoCloseable {

    private static final Duration OWN_THREADS_END = Duration.ofSeconds(1);

    private final Engine engine;
    private final ServerAddress server;
    private final ActivitiesApi api;
    private final OwnThreads readers = new OwnThreads();
    private final Crew crew;
    private final boolean ownsCrew;

    /**
     * A monitor at rest.
     *
     * @param crew whose threads it runs on, besides those that read
     * @param ownsCrew whether that ends with it; a hub's goes on
     */
    ActivityMonitor(MonitorBuilder builder, Crew crew, boolean ownsCrew) {
        this.crew = crew;
        this.ownsCrew = ownsCrew;
        Settings settings = builder.settings();
        Tokens tokens = builder.tokens;
        this.server = builder.server;
        OkHttpClient client = builder.client != null ? builder.client : new OkHttpClient();
        RequestHeaders headers = new RequestHeaders(builder.clientIdentifier, tokens::current);
        this.api = new OkHttpActivitiesApi(new OkHttpActivitiesApi.Settings(
                client, server, headers, settings.connectTimeout(), settings.maxActivities(), crew.workers()));
        StreamSettings streams = new StreamSettings(
                client,
                server,
                headers,
                settings.connectTimeout(),
                builder.maxFrameBytes,
                readers.watched(builder.threadFactory));
        Outside outside = new Outside(new SystemLoop(crew.workers()), opener(streams), api, new Random()::nextDouble);
        Executor executor = builder.callbackExecutor != null ? builder.callbackExecutor : crew.callbacks();
        this.engine = new Engine(settings, outside, tokens, executor);
        engine.resume(builder.resumed);
    }

    private static NotificationStream.Opener opener(StreamSettings settings) {
        return (transport, receiver) -> transport == Transport.EVENT_SOURCE
                ? EventSourceStream.open(settings, receiver)
                : WebSocketStream.open(settings, receiver);
    }

    /**
     * Begins to describe a monitor.
     *
     * @param server the address of the server, by http or https; a path is kept as a prefix of every request
     * @return a builder with all defaults
     * @throws IllegalArgumentException if that is no such address; the message says why
     */
    public static Builder builder(URI server) {
        return new MonitorBuilder(requireNonNull(server, "server"));
    }

    /**
     * Connects, and stays connected until closed. Called again it does nothing more, and answers the same.
     *
     * @return done once what is known equals what the server runs for the first time, or once a stream is open and the
     *     server's list may not be read by this token; fails with {@link MonitorException.Refused} when the server lets
     *     the token in nowhere (it is tried again all the same, every minute), and with {@link
     *     MonitorException.Closed}. It waits as long as the server cannot be reached
     */
    public CompletableFuture<Void> start() {
        return engine.start();
    }

    /**
     * How the connection stands.
     *
     * @return the latest; never blocks
     */
    public ConnectionStatus status() {
        return engine.status();
    }

    /**
     * What runs, as far as is known; before {@link #start}, what was {@linkplain Builder#resumeFrom resumed}. A change is
     * in it before anybody is told of that change.
     *
     * @return by uuid; immutable, and copied only if something changed since it was last asked for; never blocks
     */
    public Map<String, Activity> activities() {
        return engine.activities();
    }

    /**
     * Adds a listener for all activities.
     *
     * @param listener first told the present: how the connection stands, and what runs; one that is there before {@link
     *     #start} is taken to know what was {@linkplain Builder#resumeFrom resumed}
     * @return removes it
     */
    public Registration listen(ActivityListener listener) {
        return listen(ActivityFilter.any(), listener);
    }

    /**
     * Adds a listener for some activities. It gets whole stories: {@code onStarted} at the moment an activity is first
     * known to match, and everything from then on, whether it still matches or not. The filter chooses activities alone:
     * of the connection the listener is told in any case.
     *
     * @param filter asked on the callback executor
     * @param listener first told the present: how the connection stands, and what runs; one that is there before {@link
     *     #start} is taken to know what was {@linkplain Builder#resumeFrom resumed}
     * @return removes it
     */
    public Registration listen(ActivityFilter filter, ActivityListener listener) {
        return engine.listen(requireNonNull(filter, "filter"), requireNonNull(listener, "listener"))::run;
    }

    /**
     * The changes of some activities, for reactive libraries. Each subscriber is told what runs as it subscribes, then
     * what changes, in whole stories as {@link #listen(ActivityFilter, ActivityListener)} tells them. While it asks for
     * no more, updates of one activity are taken together. One that subscribes before {@link #start} is taken to know what
     * was {@linkplain Builder#resumeFrom resumed}.
     *
     * @param filter asked on the callback executor
     * @return completes when the monitor closes
     */
    public Flow.Publisher<ActivityChange> changes(ActivityFilter filter) {
        return engine.changes(requireNonNull(filter, "filter"));
    }

    /**
     * Follows one activity, whether it is to come, runs, or is over.
     *
     * @param uuid what identifies it, for example from the header {@code X-Plex-Activity} of an answer; an activity
     *     that never comes is waited for, unless the {@link #interceptor} saw the answer
     * @return never null, and without any request
     * @throws IllegalArgumentException if the uuid is blank or holds control characters
     */
    public ActivityHandle track(String uuid) {
        if (!TrackedActivity.isName(uuid)) {
            throw new IllegalArgumentException("a uuid must not be blank, nor hold control characters");
        }
        return new TrackedActivity(engine, uuid);
    }

    /**
     * Waits for an activity that is still to come: the first that matches among those first seen after this call and
     * after the monitor was first synchronized. What is known at the call never qualifies, even if its context, which
     * arrives late, makes it match later. For jobs whose answer names no activity, such as a library scan: call this,
     * then ask for the scan. Where the list may not be read by this token the monitor is never synchronized, and this
     * waits.
     *
     * @param filter asked on the callback executor
     * @return a future of the caller's own; set a limit with {@code orTimeout}, for a server may run nothing at all
     */
    public CompletableFuture<ActivityHandle> trackNext(ActivityFilter filter) {
        return engine.next(requireNonNull(filter, "filter"), activity -> new TrackedActivity(engine, activity.uuid()));
    }

    /**
     * Ties answers of the server to activities.
     *
     * @return an interceptor for the client that the application talks to the server with
     */
    public ActivityInterceptor interceptor() {
        return new ActivityInterceptor(server, engine);
    }

    /**
     * Compares with the server's list now, and tries to connect at once where an attempt is being waited for.
     *
     * @return done when a snapshot asked for after this call was taken in; fails as that request does, and with {@link
     *     MonitorException.Disconnected} before {@link #start}
     */
    public CompletableFuture<Void> resync() {
        return engine.resync();
    }

    /**
     * What was counted so far.
     *
     * @return figures that are each right, though not all of one instant
     */
    public MonitorStatistics statistics() {
        return MonitorStatistics.of(engine::count, engine.furthestBehind());
    }

    /**
     * Ends it all: when this returns no callback begins any more, no thread of the monitor runs (aside from one whose
     * listener is still busy) and no socket is open. On an executor of the caller's, a callback that
     * was just taken up may still begin. What waits for an activity fails with {@link
     * MonitorException.Closed}; publishers complete. What the caller passed in works on. Idempotent, from any thread, in
     * any state, also from inside a callback; an interrupt of the caller shortens the wait and stays set.
     */
    @Override
    public void close() {
        stop();
        if (ownsCrew) {
            crew.end();
        }
        awaitReaders(OWN_THREADS_END);
        if (ownsCrew) {
            crew.awaitEnd(OWN_THREADS_END);
        }
    }

    /** What {@link #close} does at once: no callback begins any more, and the sockets are closed. */
    void stop() {
        engine.close();
        api.close();
    }

    /** Waits until the threads that read have ended. */
    void awaitReaders(Duration most) {
        readers.awaitEnd(most);
    }

    /** A seat for a listener of a hub, called in turn with those at other servers. */
    Seat seat(ActivityFilter filter, ActivityListener listener, Executor turns, Class<?> owner) {
        return engine.seat(filter, listener, turns, owner);
    }

    /** A listener that was added. */
    public interface Registration extends AutoCloseable {

        /**
         * Removes the listener. No callback to it begins after this returns, but one that is under way may end.
         * Idempotent, from any thread, also from inside its callbacks.
         */
        @Override
        void close();
    }

    /** Describes a monitor. Only the server is required. Not for use by several threads at once. */
    public interface Builder {

        /**
         * The token that the server wants, {@code X-Plex-Token}. Without one requests carry none.
         *
         * @param token visible ASCII characters
         * @return this
         * @throws IllegalArgumentException if it holds others; the message does not show it
         */
        Builder token(String token);

        /**
         * Whom to ask for a token: at the start, and again after the server answered 401 or 403. The same answer again
         * is not tried again at once. It runs on the callback executor; no answer within the connect timeout counts as
         * none.
         *
         * @param token must not answer null
         * @return this
         */
        Builder token(Supplier<String> token);

        /**
         * How this client is known to the server, {@code X-Plex-Client-Identifier}; {@code plex-activity-monitor} unless
         * said otherwise. It should stay the same over restarts.
         *
         * @param id visible ASCII characters
         * @return this
         * @throws IllegalArgumentException if it holds others
         */
        Builder clientIdentifier(String id);

        /**
         * A client whose TLS settings, host name verifier, proxy, DNS and, for HTTP, interceptors hold for all
         * transports. It is never shut down, and its connection pool is not used.
         *
         * @param client yours
         * @return this
         */
        Builder client(OkHttpClient client);

        /**
         * Where listeners, filters, token suppliers and what depends on futures run. By default a set of daemon threads
         * of the monitor's own, made on demand, so that one listener never waits for another; with an executor given
         * here, listeners are kept apart as far as its threads reach. It runs what it is given or throws: one that drops
         * tasks in silence silences the monitor.
         *
         * @param executor yours; never shut down
         * @return this
         */
        Builder callbackExecutor(Executor executor);

        /**
         * What may be used. By default all: server-sent events, WebSocket, polling.
         *
         * @param inOrderOfPreference each once, at least one; polling, if named, last
         * @return this
         * @throws IllegalArgumentException otherwise
         */
        Builder transports(Transport... inOrderOfPreference);

        /**
         * How often what a stream told is compared with the server's list. 60 seconds unless said otherwise; also asked
         * for whenever a stream opens, and when something is in doubt.
         *
         * @param period a millisecond to a year
         * @return this
         */
        Builder resyncEvery(Duration period);

        /**
         * How often the list is asked for when no stream works. 5 seconds unless said otherwise.
         *
         * @param period a millisecond to a year
         * @return this
         */
        Builder pollEvery(Duration period);

        /**
         * How long an answer may take to begin, from the look-up of the name to its head. 10 seconds unless said
         * otherwise.
         *
         * @param timeout a millisecond to a year
         * @return this
         */
        Builder connectTimeout(Duration timeout);

        /**
         * After how long without a byte a stream is taken for dead. 35 seconds unless said otherwise: the server sends a
         * heartbeat every 10 seconds over server-sent events (as captured), and over a WebSocket it is asked first.
         *
         * @param timeout a millisecond to a year
         * @return this
         */
        Builder silenceTimeout(Duration timeout);

        /**
         * How often the preferred transport is tried again beside the one in use. 5 minutes unless said otherwise; less
         * often while it keeps failing soon after it opened.
         *
         * @param period a millisecond to a year
         * @return this
         */
        Builder recoverEvery(Duration period);

        /**
         * How long to wait after failures: doubling from the first wait to the longest, each drawn at random from the
         * upper half. 1 second and 60 seconds unless said otherwise.
         *
         * @param first a millisecond to a year
         * @param most not less than the first
         * @return this
         */
        Builder backoff(Duration first, Duration most);

        /**
         * How large one frame of a stream may be; a larger one ends the connection. 1 MiB unless said otherwise.
         *
         * @param bytes positive
         * @return this
         */
        Builder maxFrameBytes(int bytes);

        /**
         * How many activities are followed at once; those beyond are counted alone. 100,000 unless said otherwise. What
         * they hold is bounded with it: half a kilobyte each on the average, or 16 MiB where that is more. Beyond that
         * too activities and updates are counted alone, so that a server that fills each with megabytes does no harm.
         *
         * @param count positive
         * @return this
         */
        Builder maxActivities(int count);

        /**
         * What was live when the process last stopped: what {@link #activities} showed then, as it was kept since. Nothing
         * unless said otherwise. The monitor begins with it, as if it had heard of it on a stream before its first:
         *
         * <ul>
         *   <li>What the server still runs goes on. If it stands otherwise by now, that is progress.
         *   <li>What two lists do not show has ended unseen, {@code UNKNOWN} and {@code NOT_LISTED}, once for each,
         *       and {@link #start} is done when that is settled. Where the list may not be read, an activity stays until
         *       a stream speaks of it.
         *   <li>Listeners and subscribers that are there before {@link #start} go on where those of the last process left
         *       off: they are not told of its start again, but of everything after. A filter is asked about each activity as
         *       it is given here. Those that come later are told the present, as always.
         *   <li>{@link #track} and {@link #activities} know it at once; {@link #trackNext} never finds it.
         * </ul>
         *
         * <p>What was kept too early tells too much or too little: an activity that ended after that ends once more,
         * and one that started after that starts once more.
         *
         * @param activities of this server, each once; copied; what was given here before is forgotten
         * @return this
         * @throws IllegalArgumentException if two have the same uuid
         */
        Builder resumeFrom(Collection<Activity> activities);

        /**
         * Makes the threads that read streams; on Java 21 and later they may be virtual. Platform threads unless said
         * otherwise. They are named and made daemons by the monitor.
         *
         * @param factory yours
         * @return this
         */
        Builder threadFactory(ThreadFactory factory);

        /**
         * Makes the monitor. Opens nothing.
         *
         * @return a monitor to be started
         * @throws IllegalStateException if more activities are resumed than may be followed at once
         */
        ActivityMonitor build();
    }
}

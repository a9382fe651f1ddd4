package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/**
 * A Plex Media Server for tests: {@code /activities}, EventSource and WebSocket on one port of the local host, in the
 * envelopes of the real one. What runs on it, and what goes wrong, is up to the caller.
 *
 * <p>Every method may be called from any thread. Its connections are served by threads of {@code mockwebserver3}, which
 * keep a JVM alive; {@link #close()} ends them all. It is no place for secrets: requests are remembered with their
 * tokens.
 */
public final class FakePlexServer implements AutoCloseable {
    private final ServerPort port;
    private final World world;
    private final Front front;
    private final Routes routes;
    private final Subscribers subscribers;
    private final Faults faults;

    FakePlexServer(ServerPort port, World world, Front front, Routes routes, Subscribers subscribers, Faults faults) {
        this.port = port;
        this.world = world;
        this.front = front;
        this.routes = routes;
        this.subscribers = subscribers;
        this.faults = faults;
    }

    /**
     * Starts a server over HTTP on a free port, which takes any token.
     *
     * @return a running server
     */
    public static FakePlexServer start() {
        return builder().start();
    }

    /**
     * Begins a server of another kind.
     *
     * @return a builder with the defaults of {@link #start()}
     */
    public static FakePlexServerBuilder builder() {
        return new FakePlexServerBuilder();
    }

    /**
     * Where it is.
     *
     * @return for example {@code http://localhost:40123}
     */
    public URI uri() {
        return URI.create(port.scheme() + "://localhost:" + port.number());
    }

    /** {@return the port, the same for life, restarts included} */
    public int port() {
        return port.number();
    }

    /**
     * Begins an activity as a server does, at 0 and without a context, and tells of it. It can be cancelled.
     *
     * @param type for example {@code media.download}
     * @param title for people
     * @return what was told, with a uuid of its own
     */
    public Activity begin(String type, String title) {
        Activity activity = Jobs.begin(type, title, true);
        started(activity);
        return activity;
    }

    /**
     * Moves a running activity on, and tells of it.
     *
     * @param uuid the activity's
     * @param progress 0 to 100, or -1 for indeterminate
     * @return what was told
     * @throws NoSuchElementException if it does not run
     */
    public Activity advance(String uuid, double progress) {
        OptionalDouble known = progress < 0 ? OptionalDouble.empty() : OptionalDouble.of(progress);
        return world.update(uuid, activity -> Jobs.at(activity, known)).orElseThrow();
    }

    /**
     * Ends a running activity at 100, and tells of it.
     *
     * @param uuid the activity's
     * @return what was told
     * @throws NoSuchElementException if it does not run
     */
    public Activity end(String uuid) {
        return world.end(uuid, Jobs::atItsEnd).orElseThrow();
    }

    /**
     * Lists an activity and tells that it started.
     *
     * @param activity as told; told again it is sent again
     */
    public void started(Activity activity) {
        world.runs(activity, Notification.of("started", activity));
    }

    /**
     * Lists an activity as it is now and tells that it was updated.
     *
     * @param activity as told, known before or not
     */
    public void updated(Activity activity) {
        world.runs(activity, Notification.of("updated", activity));
    }

    /**
     * Lists an activity no more and tells that it ended.
     *
     * @param activity as told at its end, known before or not
     */
    public void ended(Activity activity) {
        world.isOver(activity.uuid(), Notification.of("ended", activity));
    }

    /**
     * Lists an activity, or lists it otherwise, and tells nobody.
     *
     * @param activity as listed
     */
    public void appear(Activity activity) {
        world.runs(activity, null);
    }

    /**
     * Lists an activity no more and tells nobody: an end that no stream carries.
     *
     * @param uuid the activity's
     */
    public void vanish(String uuid) {
        world.isOver(uuid, null);
    }

    /** {@return what runs, in the order of the starts} */
    public List<Activity> activities() {
        return world.activities();
    }

    /**
     * Tells something else than activities.
     *
     * @param type for example {@code playing}, {@code timeline} or {@code status}
     * @param json one entry, as it stands in the envelope
     * @throws IllegalArgumentException if the type is none of a server's, or the text is not JSON
     */
    public void tell(String type, String json) {
        Object entry = Json.read(json);
        if (entry == null) {
            throw new IllegalArgumentException("null is no entry");
        }
        world.say(Notification.of(type, entry));
    }

    /**
     * Prepares to tell a recording: server-sent events as they stood on the wire, or one text frame of a WebSocket a
     * line.
     *
     * @param recording a file in UTF-8
     * @return a playback at its beginning
     * @throws IOException if it cannot be read
     */
    public Playback play(Path recording) throws IOException {
        try (Reader reader = Files.newBufferedReader(recording)) {
            return play(reader);
        }
    }

    /**
     * Prepares to tell a recording, as {@link #play(Path)} does.
     *
     * @param recording read to its end, and not closed
     * @return a playback at its beginning
     * @throws IOException if it cannot be read
     */
    public Playback play(Reader recording) throws IOException {
        return new Playback(world, Transcript.read(recording));
    }

    /** {@return the commands for what can go wrong, the same object each time} */
    public Faults faults() {
        return faults;
    }

    /** {@return the last 1,000 requests that came, oldest first} */
    public List<Request> requests() {
        return front.requests();
    }

    /** {@return the uuids of the cancellations that were accepted, in order} */
    public List<String> cancelled() {
        return routes.cancelled();
    }

    /**
     * How many streams are open. What is told from now on reaches all of them.
     *
     * @param transport which
     * @return how many
     */
    public int openStreams(Transport transport) {
        return subscribers.count(transport);
    }

    /**
     * Waits until a stream is open.
     *
     * @param transport which
     * @param atMost how long
     * @throws InterruptedException if interrupted meanwhile
     * @throws AssertionError if none is open in time
     */
    public void awaitStream(Transport transport, Duration atMost) throws InterruptedException {
        subscribers.await(transport, atMost);
    }

    boolean isClosed() {
        return port.isAbandoned();
    }

    /** Ends it for good. Does nothing the second time. */
    @Override
    public void close() {
        port.abandon();
    }
}

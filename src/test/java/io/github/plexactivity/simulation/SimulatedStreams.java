package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The streams of the server. */
final class SimulatedStreams implements NotificationStream.Opener {

    private static final int MOST_AT_ONCE = 2;

    private final World world;
    private final Jobs jobs;
    private final Predicate<String> cancelUnderWay;
    private final boolean pongs;
    private final List<SimulatedStream> streams = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    private final Map<Activity, SimulatedStream> broughtFirst = new HashMap<>();
    private final Rate opens;
    private boolean forbidden;
    private long frames;

    /**
     * None yet.
     *
     * @param cancelUnderWay whether the answer to a cancellation is still to come, so that an end is held back
     */
    SimulatedStreams(World world, Jobs jobs, Predicate<String> cancelUnderWay, Rate opens) {
        this.world = world;
        this.jobs = jobs;
        this.cancelUnderWay = cancelUnderWay;
        this.opens = opens;
        this.pongs = world.dice().chance(0.5);
    }

    @Override
    public NotificationStream open(Transport transport, NotificationStream.Receiver receiver) {
        world.ledger().require(!forbidden, "a stream was opened after close()");
        opens.another();
        world.ledger().note(transport.toString(), () -> "opens beside " + streams.size());
        SimulatedStream stream = new SimulatedStream(world, this, transport, receiver);
        streams.add(stream);
        world.ledger().require(streams.size() <= MOST_AT_ONCE, "more than two streams are open at once");
        world.time().after(world.latency(), stream::arrive);
        return stream;
    }

    boolean pongs() {
        return pongs;
    }

    void over(SimulatedStream stream) {
        streams.remove(stream);
    }

    /** Those neither lost nor closed. */
    List<SimulatedStream> open() {
        return List.copyOf(streams);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    void each(Consumer<SimulatedStream> action) {
        open().forEach(action);
    }

    /** From now on none may be opened. */
    void forbid() {
        forbidden = true;
    }

    /** How many frames the monitor was brought. */
    long frames() {
        return frames;
    }

    /** The activities that a stream told of while it was the one in use. */
    Set<String> heard() {
        return heard;
    }

    /** Brings a frame. */
    void brings(NotificationStream.Receiver receiver, String name, String text) {
        frames++;
        receiver.frame(name, text);
    }

    /** Brings a notification: where it comes by the stream in use, the monitor shows what it says at once. */
    void brings(SimulatedStream stream, NotificationStream.Receiver receiver, Notice notice) {
        world.ledger().note(stream.transport().toString(), () -> "brings " + notice);
        boolean inUse = inUse().filter(stream::equals).isPresent();
        Activity said = notice.activity();
        boolean news = said == null || broughtFirst.computeIfAbsent(said, key -> stream) == stream;
        brings(receiver, Notice.name(stream.transport()), notice.text(stream.transport()));
        if (inUse && !forbidden) {
            heard.add(notice.uuid());
            requireShown(notice, news);
        }
    }

    /** What an earlier stream said already may be older than what is known, and need not be shown. */
    private void requireShown(Notice notice, boolean news) {
        Activity shown = world.view().get().get(notice.uuid());
        boolean right = notice.ended()
                ? shown == null || cancelUnderWay.test(notice.uuid())
                : shown == null ? jobs.mayBeOver(notice.uuid()) : shown.equals(notice.activity());
        if (!right && news) {
            world.ledger().violated("a frame of the stream in use was not heard: " + notice);
        }
    }

    /** The older of two is in use until the monitor closes it. */
    Optional<SimulatedStream> inUse() {
        ConnectionStatus status = world.status().get();
        Optional<SimulatedStream> oldest =
                streams.stream().filter(SimulatedStream::isAnswered).findFirst();
        return status.state() == ConnectionState.CONNECTED
                ? oldest.filter(stream -> status.transport().equals(Optional.of(stream.transport())))
                : Optional.empty();
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The streams of the server. */
final class SimulatedStreams implements NotificationStream.Opener {

    private static final int MOST_AT_ONCE = 2;

    /** What was told so shortly before a list was asked for stands against it. */
    private static final long STANDS = VirtualTime.seconds(2);

    /** How many frames, and how old ones, a new stream may bring once more. */
    private static final int MOST_REPLAYED = 8;

    private static final long REPLAYED = VirtualTime.seconds(20);

    private record Brought(SimulatedStream stream, long nanos) {}

    private record Said(List<Notice> frame, long nanos) {}

    private final World world;
    private final Jobs jobs;
    private final Predicate<String> cancelUnderWay;
    private final boolean pongs;
    private final List<SimulatedStream> streams = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    private final Set<String> heldBack = new HashSet<>();
    private final Map<Activity, SimulatedStream> broughtFirst = new HashMap<>();
    private final Map<String, Brought> broughtLast = new HashMap<>();
    private final Deque<Said> lately = new ArrayDeque<>();
    private final Rate opens;
    private boolean forbidden;
    private long frames;

    /**
     * None yet.
     *
     * @param cancelUnderWay whether the answer to a cancellation is still to come, so that an end is held back
     */
    SimulatedStreams(World world, Predicate<String> cancelUnderWay, Rate opens) {
        this.world = world;
        this.jobs = world.jobs();
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
        if (streams.remove(stream) && streams.stream().anyMatch(SimulatedStream::isAnswered)) {
            world.ledger().happened(Happening.HAND_OVER);
        }
    }

    /** The server says something to whoever listens. */
    void says(List<Notice> frame) {
        each(stream -> stream.say(frame));
        lately.add(new Said(frame, world.time().nanos()));
        if (lately.size() > MOST_REPLAYED) {
            lately.remove();
        }
    }

    /** The server begins anew, and knows nothing of what it said. */
    void forget() {
        lately.clear();
    }

    /** What it said lately. */
    List<List<Notice>> lately() {
        long since = world.time().nanos() - REPLAYED;
        return lately.stream()
                .filter(said -> said.nanos() >= since)
                .map(Said::frame)
                .toList();
    }

    /** Whether the stream in use spoke of an activity so late that this stands against a list asked for then. */
    boolean hasToldLately(String uuid, long asked) {
        Brought brought = broughtLast.get(uuid);
        return brought != null && brought.nanos() >= asked - STANDS && isInUse(brought.stream());
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

    /** Brings a frame, behind which nothing waits. */
    void brings(NotificationStream.Receiver receiver, String name, String text) {
        frames++;
        receiver.frame(name, text);
        receiver.caughtUp();
    }

    /** Brings notifications: where they come by the stream in use, the monitor shows what they say at once. */
    void brings(SimulatedStream stream, NotificationStream.Receiver receiver, List<Notice> notices) {
        world.ledger().note(stream.transport().toString(), () -> "brings " + notices);
        boolean inUse = isInUse(stream);
        Map<String, Notice> last = new LinkedHashMap<>();
        Set<Notice> old = new HashSet<>();
        for (Notice notice : notices) {
            last.put(notice.uuid(), notice);
            Activity said = notice.activity();
            if (said != null && broughtFirst.computeIfAbsent(said, key -> stream) != stream) {
                old.add(notice);
            }
            if (inUse && notice.ended() && cancelUnderWay.test(notice.uuid())) {
                world.ledger().happened(Happening.END_BEFORE_ANSWER_TO_CANCEL);
                heldBack.add(notice.uuid());
            }
        }
        brings(receiver, Notice.name(stream.transport()), Notice.text(notices, stream.transport()));
        if (inUse && !forbidden) {
            last.values().forEach(notice -> heard(notice, stream, !old.contains(notice)));
        }
    }

    private void heard(Notice notice, SimulatedStream stream, boolean news) {
        heard.add(notice.uuid());
        if (news) {
            broughtLast.put(notice.uuid(), new Brought(stream, world.time().nanos()));
            requireShown(notice);
        }
    }

    /** An end that overtook the answer to a cancellation waits for that answer, and for nothing else. */
    void requireNoneHeldBack() {
        heldBack.removeIf(uuid -> {
            boolean held = cancelUnderWay.test(uuid);
            boolean shown = !held && !forbidden && world.view().get().containsKey(uuid);
            world.ledger().require(!shown || jobs.mayComeBack(uuid), "an end that was held back is lost: ", uuid);
            return !held;
        });
    }

    /** What an earlier stream said already may be older than what is known, and need not be shown. */
    private void requireShown(Notice notice) {
        Activity shown = world.view().get().get(notice.uuid());
        boolean right = notice.ended()
                ? shown == null || cancelUnderWay.test(notice.uuid())
                : shown == null ? jobs.mayBeOver(notice.uuid()) : shown.equals(notice.activity());
        if (!right) {
            world.ledger().violated("a frame of the stream in use was not heard: " + notice);
        }
    }

    private boolean isInUse(SimulatedStream stream) {
        return inUse().filter(stream::equals).isPresent();
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

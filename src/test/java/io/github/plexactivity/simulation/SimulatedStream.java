package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.model.Transport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One attempt at a stream, both ends of it: what one side sends reaches the other in order, and late. */
final class SimulatedStream implements NotificationStream {

    private static final long HEARTBEAT = VirtualTime.seconds(10);

    /** How it is with a stream that is open. */
    enum Health {
        WELL,
        /** Nothing comes through, and neither side knows; what was sent waits on the way. */
        HELD,
        /** Heartbeats and answers to pings, and no word of activities. */
        ZOMBIE,
        /** Nothing ever came through. */
        MUTE
    }

    private final World world;
    private final SimulatedStreams streams;
    private final Transport transport;
    private final Receiver receiver;
    private final Deque<Runnable> onTheWay = new ArrayDeque<>();
    private Health health = Health.WELL;
    private boolean subscribed;
    private boolean answered;
    private boolean over;
    private long latest;

    SimulatedStream(World world, SimulatedStreams streams, Transport transport, Receiver receiver) {
        this.world = world;
        this.streams = streams;
        this.transport = transport;
        this.receiver = receiver;
    }

    Transport transport() {
        return transport;
    }

    /** The monitor knows that it is open. */
    boolean isAnswered() {
        return answered && !over;
    }

    /** The request reaches the server. */
    void arrive() {
        if (over) {
            return;
        }
        Fault fault = world.weather().of(transport, world.token().get());
        world.ledger().note(transport.toString(), () -> "asked for; " + fault);
        if (fault != Fault.NONE) {
            world.ledger().happened(Happening.of("STREAM", fault));
        }
        fault.failure(transport.toString(), world.weather().retryAfter())
                .ifPresentOrElse(failure -> send(() -> lose(failure)), () -> accept(fault));
    }

    private void accept(Fault fault) {
        if (fault == Fault.HANGING) {
            return;
        }
        subscribed = true;
        send(() -> {
            answered = true;
            receiver.opened();
        });
        if (fault == Fault.MUTE) {
            health = Health.MUTE;
        } else if (transport == Transport.EVENT_SOURCE) {
            world.time().after(HEARTBEAT, this::heartbeat);
        }
        if (world.dice().chance(0.1)) {
            replay();
        }
    }

    /** A server or a proxy may begin with what it said before. */
    private void replay() {
        List<List<Notice>> frames = streams.lately();
        if (!frames.isEmpty()) {
            world.ledger().happened(Happening.REPLAY);
            frames.forEach(this::say);
        }
    }

    private void heartbeat() {
        if (subscribed && !over) {
            bring(() -> streams.brings(receiver, "ping", "{}"));
            world.time().after(HEARTBEAT, this::heartbeat);
        }
    }

    /** The server says something. */
    void say(List<Notice> frame) {
        if (subscribed && !over && health != Health.ZOMBIE) {
            bring(() -> streams.brings(this, receiver, frame));
        }
    }

    /** Something that is no notification. */
    void babble(String text) {
        if (subscribed && !over) {
            world.ledger().happened(Happening.BABBLE);
            bring(() -> streams.brings(receiver, Notice.name(transport), text));
        }
    }

    private void bring(Runnable frame) {
        if (health != Health.MUTE) {
            send(() -> {
                receiver.heard();
                frame.run();
            });
        }
    }

    private void send(Runnable delivery) {
        onTheWay.add(delivery);
        if (health != Health.HELD) {
            deliverLater();
        }
    }

    private void deliverLater() {
        latest = Math.max(latest, world.time().nanos() + world.latency());
        world.time().after(latest - world.time().nanos(), this::deliver);
    }

    private void deliver() {
        Runnable next = over || health == Health.HELD ? null : onTheWay.poll();
        if (next != null) {
            next.run();
        }
    }

    /** Something befalls it, if it is open. */
    void falls(Health ill) {
        if (subscribed && !over && health == Health.WELL) {
            world.ledger().note(transport.toString(), () -> "is " + ill);
            world.ledger().happened(ill == Health.HELD ? Happening.HELD : Happening.ZOMBIE);
            health = ill;
        }
    }

    /** It is well again; what was held comes in a burst. */
    void recovers() {
        if (over || health == Health.WELL || health == Health.MUTE) {
            return;
        }
        boolean held = health == Health.HELD;
        health = Health.WELL;
        world.ledger().note(transport.toString(), () -> "is well again, with " + onTheWay.size() + " deliveries");
        if (held && !onTheWay.isEmpty()) {
            world.ledger().happened(Happening.BURST_OF_WHAT_WAS_HELD);
        }
        for (int i = held ? onTheWay.size() : 0; i > 0; i--) {
            deliverLater();
        }
        if (held && !subscribed) {
            send(() -> lose(Fault.disconnected(transport + " was reset")));
        }
    }

    /** It tells of activities again, if that was all that it lacked. */
    void speaksAgain() {
        health = health == Health.ZOMBIE ? Health.WELL : health;
    }

    boolean isWell() {
        return health == Health.WELL;
    }

    /** The server goes away, or a proxy cuts it: what is on its way may be lost too. */
    void cut(boolean silently) {
        subscribed = false;
        if (over) {
            return;
        }
        world.ledger().happened(silently ? Happening.CUT_UNSEEN : Happening.CUT);
        if (silently) {
            health = Health.HELD;
            return;
        }
        if (world.dice().chance(0.5)) {
            onTheWay.clear();
        }
        health = Health.WELL;
        send(() -> lose(Fault.disconnected(transport + " was cut")));
    }

    private void lose(Failure failure) {
        end();
        receiver.lost(failure);
    }

    @Override
    public void ping() {
        if (subscribed && streams.pongs()) {
            bring(receiver::ponged);
        }
    }

    /** A call that is under way may still be finished: it changes nothing any more. */
    @Override
    public void close() {
        Runnable underWay = over || !world.dice().chance(0.4) ? null : onTheWay.peek();
        end();
        if (underWay != null) {
            world.time().after(VirtualTime.seconds(world.dice().between(0, 0.2)), () -> finish(underWay));
        }
    }

    private void finish(Runnable underWay) {
        world.ledger().happened(Happening.CALL_AFTER_CLOSE);
        Object before = world.view().get();
        underWay.run();
        answered = false;
        world.ledger().require(before.equals(world.view().get()), "a frame of an older stream was heard");
    }

    private void end() {
        world.ledger().note(transport.toString(), () -> "is over");
        over = true;
        subscribed = false;
        onTheWay.clear();
        streams.over(this);
    }
}

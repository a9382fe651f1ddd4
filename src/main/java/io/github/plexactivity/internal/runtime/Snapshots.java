package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Ask;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.wire.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Asks for snapshots, one at a time, at once or when they are due. Inside the loop. */
final class Snapshots {

    /** Told of each snapshot. */
    interface Taker {
        /** What is known of the activities. Any thread. */
        Known known();

        /** One was asked for. */
        void asked();

        /** It is here, or could not be had. */
        void answered(Listing listing, Ask ask);
    }

    private final EventLoop loop;
    private final ActivitiesApi api;
    private final IntSupplier generation;
    private final Taker taker;
    private final Alarm due;

    private @Nullable Ask underWay;
    private boolean again;
    private long lastAsked;
    private List<Consumer<Listing>> waiting = new ArrayList<>();
    private List<Consumer<Listing>> served = new ArrayList<>();

    /**
     * No snapshot yet.
     *
     * @param generation what is heard now
     */
    Snapshots(EventLoop loop, ActivitiesApi api, IntSupplier generation, Taker taker) {
        this.loop = loop;
        this.api = api;
        this.generation = generation;
        this.taker = taker;
        this.due = new Alarm(loop, this::ask);
    }

    /** Asks now; where a snapshot is under way, another one right after it, since that one may be too old. */
    void ask() {
        if (underWay != null) {
            again = true;
            return;
        }
        Ask ask = new Ask(loop.nanos(), generation.getAsInt());
        underWay = ask;
        lastAsked = ask.nanos();
        served = waiting;
        waiting = new ArrayList<>();
        taker.asked();
        loop.afterwards(() -> api.list(taker.known()).thenAccept(listing -> loop.run(() -> answered(listing, ask))));
    }

    /** Asks now, and tells the answer to a snapshot asked for after this call, once that was taken in. */
    void ask(Consumer<Listing> then) {
        waiting.add(then);
        ask();
    }

    /** Asks at a given time, and no more at the one given before. */
    void askAt(long nanos) {
        due.set(nanos);
    }

    /** Asks no more by itself. */
    void rest() {
        due.set(Plan.NEVER);
    }

    /** Whether an answer is still to come. */
    boolean isUnderWay() {
        return underWay != null;
    }

    /** When the latest was asked for. */
    long lastAsked() {
        return lastAsked;
    }

    private void answered(Listing listing, Ask ask) {
        underWay = null;
        List<Consumer<Listing>> mine = served;
        served = List.of();
        taker.answered(listing, ask);
        mine.forEach(each -> each.accept(listing));
        if (again) {
            again = false;
            ask();
        }
    }

    /** Whoever still waits is told this instead. */
    void close(Listing instead) {
        rest();
        again = false;
        List<Consumer<Listing>> all = new ArrayList<>(served);
        all.addAll(waiting);
        served = List.of();
        waiting = new ArrayList<>();
        all.forEach(each -> each.accept(instead));
    }
}

package io.github.plexactivity.simulation;

import java.util.List;
import java.util.function.Consumer;

/** What outlives the process of a monitor: the server with its jobs, and the weather on the way to it. */
final class Server {

    final Ledger ledger;
    final Dice dice;
    final Weather weather = new Weather();
    final Jobs jobs;
    final Workday workday;
    private Consumer<List<Notice>> listening = frame -> {};

    /**
     * Nothing runs, and nobody listens yet.
     *
     * @param forgotten whether the monitor remembers so few endings that it may take what is over for new
     */
    Server(Ledger ledger, Dice dice, boolean forgotten) {
        this.ledger = ledger;
        this.dice = dice;
        jobs = new Jobs(dice, ledger, frame -> listening.accept(frame), forgotten);
        workday = new Workday(jobs, dice, ledger);
    }

    /** Another process listens, and the one before no more. */
    void isHeardBy(Consumer<List<Notice>> streams) {
        listening = streams;
    }
}

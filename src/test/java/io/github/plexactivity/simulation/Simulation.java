package io.github.plexactivity.simulation;

import static io.github.plexactivity.simulation.VirtualTime.seconds;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run: a monitor and its users, a server that lives and suffers, and at last fair weather in which everything has to
 * come right within a bound.
 */
public final class Simulation {

    private static final List<List<Transport>> TRANSPORTS = List.of(
            List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET, Transport.POLLING),
            List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET, Transport.POLLING),
            List.of(Transport.WEB_SOCKET, Transport.EVENT_SOURCE, Transport.POLLING),
            List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET),
            List.of(Transport.EVENT_SOURCE, Transport.POLLING),
            List.of(Transport.WEB_SOCKET),
            List.of(Transport.EVENT_SOURCE),
            List.of(Transport.POLLING));

    /** The longest wait, be it the backoff's, that of a refused token, or what the simulated server asks for. */
    private static final double LONGEST_WAIT = 60;

    /** The time between recoveries, after a transport that kept flapping. */
    private static final int MOST_DOUBLED = 8;

    private final Stage stage;
    private final Ledger ledger;
    private final Dice dice;
    private final Settings settings;
    private final Jobs jobs;
    private final SimulatedStreams streams;
    private final Users users;
    private final Walk walk;

    private Simulation(long seed, boolean kept) {
        ledger = new Ledger(new VirtualTime(), kept);
        dice = new Dice(seed);
        settings = settings();
        stage = new Stage(ledger, dice, settings, dice.oneOf(VirtualExecutor.Pace.values()));
        jobs = stage.jobs;
        streams = stage.streams;
        users = new Users(stage);
        walk = new Walk(stage, users);
    }

    /** The rule that a run from this seed breaks, if it breaks one. */
    public static Optional<String> violation(long seed) {
        return run(seed, false).violation();
    }

    /** All that happens in a run from this seed. */
    static List<String> story(long seed) {
        return run(seed, true).lines();
    }

    private static Ledger run(long seed, boolean kept) {
        Simulation simulation = new Simulation(seed, kept);
        simulation.ledger.note("SEED", () -> seed + " " + simulation.settings);
        try {
            simulation.live();
        } catch (RuntimeException | Error fault) {
            simulation.ledger.violated("the run ended by " + fault + " at "
                    + List.of(fault.getStackTrace()).subList(0, 3));
        }
        return simulation.ledger;
    }

    private Settings settings() {
        Plan plan = new Plan(
                dice.oneOf(TRANSPORTS),
                Duration.ofSeconds(dice.oneOf(60, 300)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(dice.oneOf(20, 60)));
        return new Settings(
                "simulated",
                plan,
                Duration.ofMillis(dice.oneOf(1_500, 20_000, 60_000, 60_000)),
                Duration.ofSeconds(dice.oneOf(2, 5)),
                Duration.ofSeconds(10),
                Duration.ofSeconds(35),
                100_000);
    }

    private void live() {
        if (dice.chance(0.5)) {
            jobs.beginButler();
        }
        users.promises().start();
        int steps = 100 + dice.below(400);
        boolean closeEarly = dice.chance(0.2);
        for (int step = 0; step < steps && isSound(); step++) {
            stage.pass(walk.pause());
            walk.step();
        }
        if (!closeEarly && isSound()) {
            comeRight();
        }
        if (isSound()) {
            close();
        }
    }

    private boolean isSound() {
        return ledger.violation().isEmpty();
    }

    private void comeRight() {
        walk.heal();
        users.rest();
        stage.executor.pace(VirtualExecutor.Pace.PROMPT);
        for (int step = dice.below(40); step > 0; step--) {
            stage.pass(dice.between(0.0, 2));
            walk.work();
        }
        stage.pass(bound());
        if (isSound()) {
            requireTruth();
            beFollowed();
        }
    }

    /** One period of resync, the longest wait, the answers that hang by then, and two snapshots to confirm an absence. */
    private long bound() {
        double confirmations = 2 * 2 + 4 * 0.7;
        return settings.resyncEvery().toNanos()
                + seconds(LONGEST_WAIT + confirmations)
                + 3 * settings.connectTimeout().toNanos();
    }

    private void requireTruth() {
        jobs.requireShown(stage.world.view().get(), ledger);
        users.requireComplete();
        streams.heard().forEach(uuid -> ledger.require(users.chronicle().knows(uuid), "heard, and not told: " + uuid));
        ledger.require(stage.engine.count(Counter.FRAMES) == streams.frames(), "frames were not counted");
        ledger.require(stage.engine.count(Counter.SNAPSHOTS) == stage.api.good(), "snapshots were not counted");
        ledger.require(
                stage.engine.count(Counter.FAILED_SNAPSHOTS) == stage.api.bad(), "failed snapshots were not counted");
    }

    /** Back on the preferred transport in the end, and one more activity is followed from its start to its end. */
    private void beFollowed() {
        streams.each(SimulatedStream::speaksAgain);
        stage.pass(settings.plan().recoverEvery().toNanos() + bound());
        for (int attempts = 0; attempts < 2 && !isPreferredInUse(); attempts++) {
            stage.pass(MOST_DOUBLED * settings.plan().recoverEvery().toNanos() + bound());
        }
        ledger.require(isPreferredInUse(), "in fair weather the preferred transport is not in use");
        boolean heard = streams.inUse().map(SimulatedStream::isWell).orElse(true);
        ledger.require(heard, "a stream that is dead was never replaced");
        Job last = jobs.beginListed();
        stage.pass(bound());
        ledger.require(users.chronicle().knows(last.uuid()), "what began in fair weather was not told");
        users.promises().requireNextFound();
        jobs.end(last, Job.Fate.FINISHED);
        stage.pass(bound());
        requireTruth();
    }

    private boolean isPreferredInUse() {
        Transport preferred = settings.plan().transports().get(0);
        return stage.world.status().get().transport().equals(Optional.of(preferred));
    }

    private void close() {
        ledger.note("USER", () -> "closes");
        users.expectClose();
        stage.engine.close();
        stage.api.close();
        users.shut();
        streams.forbid();
        streams.each(stream -> ledger.violated("close() left a stream open"));
        for (int step = 0; step < 20; step++) {
            walk.work();
            stage.pass(20.0);
        }
        users.requireDone();
    }
}

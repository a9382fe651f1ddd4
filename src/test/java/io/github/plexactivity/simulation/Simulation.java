package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

    private final long seed;
    private final Ledger ledger;
    private final Dice dice;
    private final Settings settings;
    private final Jobs jobs;
    private final Bound bound;
    private Life life;

    private Simulation(long seed, boolean kept) {
        this.seed = seed;
        ledger = new Ledger(new VirtualTime(), kept);
        dice = new Dice(seed);
        settings = settings();
        Stage stage = new Stage(ledger, dice, settings, dice.oneOf(VirtualExecutor.Pace.values()));
        jobs = stage.jobs;
        life = new Life(stage, List.of());
        bound = new Bound(settings);
    }

    /** The rule that a run from this seed breaks, if it breaks one. */
    public static Optional<String> violation(long seed) {
        return run(seed, false).violation();
    }

    /**
     * All that can be told of a run from this seed: how often what happened, and the rule that it breaks, if it breaks one.
     */
    static Ledger of(long seed) {
        return run(seed, false);
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
                dice.chance(0.2) ? 100 : 100_000);
    }

    private void live() {
        if (dice.chance(0.5)) {
            jobs.beginButler();
        }
        if (life.stage.executor.lags()) {
            ledger.happened(Happening.EXECUTOR_SLOW);
        }
        life.users.start();
        int steps = 80 + dice.below(260);
        int interlude = dice.chance(0.3) ? dice.below(steps) : steps;
        Processes processes = new Processes(seed, steps, ledger);
        for (int step = 0; step < steps && isSound(); step++) {
            life.stage.pass(life.walk.pause());
            life.users.requireUpToDate();
            life.walk.step();
            if (processes.endsAfter(step, life)) {
                life = processes.after(life);
            }
            if (step == interlude) {
                new Interludes(life.stage, life.users, bound).play();
            }
        }
        end();
        processes.requireOver();
    }

    private void end() {
        boolean closeEarly = dice.chance(0.2);
        if (closeEarly) {
            ledger.happened(Happening.CLOSE_IN_TROUBLE);
        } else if (isSound()) {
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
        life.walk.heal();
        life.users.rest(true);
        life.users.catchUp();
        life.stage.executor.pace(VirtualExecutor.Pace.PROMPT);
        for (int step = dice.below(40); step > 0; step--) {
            life.stage.pass(dice.between(0.0, 2));
            life.stage.workday.work();
        }
        life.stage.pass(bound.truth());
        if (isSound()) {
            requireTruth();
            beFollowed();
        }
    }

    private void requireTruth() {
        Stage stage = life.stage;
        Users users = life.users;
        jobs.requireShown(stage.world.view().get());
        users.requireComplete();
        Engine engine = stage.engine;
        List<String> untold = stage.streams.heard().stream()
                .filter(uuid -> !users.chronicle().knows(uuid))
                .toList();
        ledger.require(untold.size() <= engine.count(Counter.DROPPED_STORIES), "heard, and not told: ", untold);
        ledger.require(engine.count(Counter.FRAMES) == stage.streams.frames(), "frames were not counted");
        ledger.require(engine.count(Counter.SNAPSHOTS) == stage.listed.good(), "snapshots were not counted");
        ledger.require(
                engine.count(Counter.FAILED_SNAPSHOTS) == stage.listed.bad(), "failed snapshots were not counted");
    }

    /** Back on the preferred transport in the end, and one more activity is followed from its start to its end. */
    private void beFollowed() {
        Users users = life.users;
        life.stage.streams.each(SimulatedStream::speaksAgain);
        passUntil(this::isPreferredInUse, bound.preferred());
        ledger.require(isPreferredInUse(), "in fair weather the preferred transport is not in use");
        passUntil(this::isAlive, bound.hearing());
        ledger.require(isAlive(), "a stream that is dead was never replaced");
        Job last = jobs.beginListed();
        passUntil(() -> users.chronicle().knows(last.uuid()), bound.truth());
        ledger.require(users.chronicle().knows(last.uuid()), "what began in fair weather was not told");
        users.promises().requireNextFound();
        life.stage.workday.end(last, Job.Fate.FINISHED);
        life.stage.pass(bound.truth());
        requireTruth();
    }

    private void passUntil(BooleanSupplier isSo, long atMost) {
        long limit = ledger.time().nanos() + atMost;
        while (!isSo.getAsBoolean() && ledger.time().nanos() < limit) {
            life.stage.pass(10.0);
        }
    }

    private boolean isAlive() {
        return life.stage.streams.inUse().map(SimulatedStream::isWell).orElse(true);
    }

    private boolean isPreferredInUse() {
        Transport preferred = settings.plan().transports().get(0);
        return life.stage.world.status().get().transport().equals(Optional.of(preferred));
    }

    private void close() {
        if (life.stage.engine.count(Counter.DROPPED_STORIES) > 0) {
            ledger.happened(Happening.STORY_DROPPED);
        }
        life.users.expectClose();
        if (dice.chance(0.3)) {
            ledger.happened(Happening.CLOSE_IN_A_CALLBACK);
            life.users.closeInACallback(life::close);
            life.stage.pass(60.0);
        }
        life.close();
        for (int step = 0; step < 20; step++) {
            life.stage.workday.work();
            life.stage.pass(20.0);
        }
        life.requireOver();
    }
}

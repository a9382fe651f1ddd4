package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run: users on errands while much goes wrong, and at last fair weather, in which each of them is told what can be
 * known; nobody is told anything else.
 */
public final class AwaitRun {

    private static final List<List<Transport>> TRANSPORTS = List.of(
            List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET, Transport.POLLING),
            List.of(Transport.WEB_SOCKET, Transport.EVENT_SOURCE, Transport.POLLING),
            List.of(Transport.EVENT_SOURCE, Transport.POLLING),
            List.of(Transport.WEB_SOCKET),
            List.of(Transport.POLLING));

    private final Stage stage;
    private final Ledger ledger;
    private final Dice dice;
    private final Trouble trouble;
    private final Storybook chronicle;
    private final Errands errands;
    private final Bound bound;

    private AwaitRun(long seed, boolean kept) {
        ledger = new Ledger(new VirtualTime(), kept);
        dice = new Dice(seed);
        Settings settings = settings();
        ledger.note("SEED", () -> seed + " " + settings);
        stage = new Stage(ledger, dice, settings, dice.oneOf(VirtualExecutor.Pace.values()));
        trouble = new Trouble(stage);
        chronicle = new Storybook("chronicle", stage, ActivityFilter.any(), true);
        stage.engine.listen(ActivityFilter.any(), new SimulatedListener(chronicle, () -> {}));
        errands = new Errands(stage, trouble, chronicle);
        bound = new Bound(settings);
    }

    private Settings settings() {
        Plan plan = new Plan(
                dice.oneOf(TRANSPORTS),
                Duration.ofSeconds(dice.oneOf(60, 300)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20));
        return new Settings(
                "simulated",
                plan,
                Duration.ofSeconds(dice.oneOf(20, 60)),
                Duration.ofSeconds(dice.oneOf(2, 5)),
                Duration.ofSeconds(10),
                Duration.ofSeconds(35),
                100_000);
    }

    /** The rule that a run from this seed breaks, if it breaks one. */
    public static Optional<String> violation(long seed) {
        return of(seed).ledger.violation();
    }

    static AwaitRun of(long seed) {
        return lived(new AwaitRun(seed, false));
    }

    /** All that happens in a run from this seed. */
    static List<String> story(long seed) {
        return lived(new AwaitRun(seed, true)).ledger.lines();
    }

    boolean isBroken() {
        return ledger.violation().isPresent();
    }

    /** Which ways things went. */
    Tally<Schedule> tally() {
        return errands.waiters().tally();
    }

    private static AwaitRun lived(AwaitRun run) {
        try {
            run.live();
        } catch (RuntimeException | Error fault) {
            run.ledger.violated("the run ended by " + fault + " at "
                    + List.of(fault.getStackTrace()).subList(0, 3));
        }
        return run;
    }

    private void live() {
        errands.start();
        for (int step = 8 + dice.below(24); step > 0 && !isBroken(); step--) {
            stage.pass(dice.between(0, dice.oneOf(0.5, 5.0, 20.0)));
            step();
        }
        if (!isBroken()) {
            comeRight();
        }
        if (!isBroken()) {
            close();
        }
    }

    private void step() {
        int what = dice.below(100);
        if (what < 65) {
            errands.another();
        } else if (what < 95) {
            trouble.befall();
        } else if (what < 98) {
            trouble.restart();
        } else {
            trouble.revoke();
        }
    }

    /** All is well; then what still runs ends, so that nobody has a reason left to wait. */
    private void comeRight() {
        trouble.heal();
        stage.executor.pace(VirtualExecutor.Pace.PROMPT);
        passAndRequireTruth();
        stage.jobs.running().forEach(job -> stage.workday.end(job, Job.Fate.FINISHED));
        passAndRequireTruth();
    }

    private void passAndRequireTruth() {
        stage.pass(bound.truth());
        stage.jobs.requireShown(stage.world.view().get());
        chronicle.requireComplete();
        errands.waiters().requireKept();
    }

    private void close() {
        errands.waiters().expectClose();
        chronicle.shut();
        stage.engine.close();
        stage.api.close();
        stage.streams.forbid();
        stage.pass(30.0);
        errands.waiters().requireDone();
    }
}

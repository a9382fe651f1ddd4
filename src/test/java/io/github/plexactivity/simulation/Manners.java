package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;

/** What callbacks and filters of users do that they should not, or may do and nobody expects. */
final class Manners {

    /** What a filter chooses that throws at all others. */
    static final ActivityFilter SOME = activity -> !throwsAt(activity);

    private final Stage stage;
    private final Dice dice;
    private final Ledger ledger;
    private final Runnable act;
    private final boolean mayBlock;
    private boolean resting;
    private boolean blocked;
    private long thrown;

    /**
     * Good manners at present.
     *
     * @param act what a user may also do in a callback
     */
    Manners(Stage stage, Runnable act) {
        this.stage = stage;
        this.dice = stage.dice;
        this.ledger = stage.ledger;
        this.act = act;
        this.mayBlock = stage.executor.hasThreads();
    }

    void rest(boolean well) {
        resting = well;
    }

    /** How often something was thrown. */
    long thrown() {
        return thrown;
    }

    /** Something of a user's throws. */
    void threw() {
        thrown++;
    }

    /** A filter like the other, which throws where that one says no. */
    ActivityFilter filter(ActivityFilter filter) {
        return !filter.equals(SOME)
                ? filter
                : activity -> {
                    if (throwsAt(activity)) {
                        threw();
                        ledger.happened(Happening.FILTER_THROWS);
                        throw new IllegalStateException("a filter throws");
                    }
                    return true;
                };
    }

    private static boolean throwsAt(Activity activity) {
        return activity.title().endsWith("3");
    }

    /** In a callback. */
    void forget() {
        if (resting) {
            return;
        }
        if (dice.chance(0.05)) {
            ledger.happened(Happening.REQUEST_IN_A_CALLBACK);
            act.run();
        } else if (dice.chance(0.02) && mayBlock && !blocked) {
            block();
        } else if (dice.chance(0.1)) {
            threw();
            ledger.happened(Happening.LISTENER_THROWS);
            throw new AssertionError("a listener throws, and no mere exception");
        }
    }

    /** The callback does not return, and the world goes on. */
    private void block() {
        ledger.note("USER", () -> "blocks");
        ledger.happened(Happening.LISTENER_BLOCKS);
        blocked = true;
        for (int i = dice.below(6); i >= 0; i--) {
            stage.workday.work();
            stage.pass(dice.between(0, dice.oneOf(0.5, 20.0)));
        }
        blocked = false;
        ledger.note("USER", () -> "blocks no longer");
    }
}

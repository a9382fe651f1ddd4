package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The process of the monitor ends at moments of its own, by a close or by force, and another one resumes from what was
 * kept: at the last moment, or some while before that. To a monitor being killed is as being closed; but its last word
 * is lost. The dice are its own, so that a run in which no process ends is what it would be without this.
 */
final class Processes {

    private static final int MOST = 3;

    private final Dice dice;
    private final Ledger ledger;
    private final Set<Integer> ends = new HashSet<>();
    private final List<Life> past = new ArrayList<>();
    private List<Activity> file = List.of();

    /** In a run of so many steps, in which often no process ends. */
    Processes(long seed, int steps, Ledger ledger) {
        this.dice = new Dice(~seed);
        this.ledger = ledger;
        int next = dice.below(steps);
        for (int i = dice.chance(0.2) ? 1 + dice.below(MOST) : 0; i > 0; i--) {
            ends.add(Math.min(next, steps - 1));
            next = dice.chance(0.5) ? next + dice.below(4) : dice.below(steps);
        }
    }

    /** Whether the process ends after a step; what is live is kept now and then. */
    boolean endsAfter(int step, Life life) {
        if (!ends.isEmpty() && dice.chance(0.2)) {
            keep(life);
        }
        return ends.contains(step);
    }

    private void keep(Life life) {
        file = List.copyOf(life.stage.engine.activities().values());
    }

    /** The process ends, its server goes on, and after a while another process begins. */
    Life after(Life life) {
        boolean killed = dice.chance(0.5);
        ledger.note("PROCESS", () -> killed ? "is killed" : "ends");
        ledger.happened(killed ? Happening.PROCESS_KILLED : Happening.PROCESS_CLOSED);
        life.users.expectClose();
        life.close();
        if (!killed) {
            keep(life);
        }
        past.add(life);
        elapse(life.stage);
        count(life);
        ledger.note("PROCESS", () -> "resumes from " + file);
        Life next = new Life(life.stage.next(dice.oneOf(VirtualExecutor.Pace.values())), file);
        next.users.start();
        return next;
    }

    private void elapse(Stage stage) {
        for (int i = dice.below(6); i > 0; i--) {
            stage.pass(dice.between(0, dice.oneOf(0.1, 2.0, 60.0)));
            stage.workday.work();
        }
        if (dice.chance(0.1)) {
            new Trouble(stage).restart();
        }
    }

    private void count(Life before) {
        Map<String, Activity> shown = before.stage.engine.activities();
        Storybook told = before.users.chronicle();
        for (Activity activity : file) {
            Job job = before.stage.jobs.find(activity.uuid());
            boolean runs = job != null && !job.isOver();
            ledger.happened(runs ? Happening.RESUMED_AND_RUNS : Happening.RESUMED_AND_OVER);
            if (told.endedAt(activity.uuid()) != Storybook.NEVER) {
                ledger.happened(Happening.RESUMED_THOUGH_ITS_END_WAS_TOLD);
            }
        }
        Set<String> forgotten = new HashSet<>(shown.keySet());
        file.forEach(activity -> forgotten.remove(activity.uuid()));
        forgotten.stream()
                .filter(told::knows)
                .forEach(uuid -> ledger.happened(Happening.NOT_RESUMED_THOUGH_ITS_START_WAS_TOLD));
    }

    /** All those that ended are over for good. */
    void requireOver() {
        past.forEach(Life::requireOver);
    }
}

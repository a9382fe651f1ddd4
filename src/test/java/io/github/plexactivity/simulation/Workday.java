package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a server does all day, and what it says of it: jobs begin, go on and end, told in whatever way servers do. */
final class Workday {

    private static final int MOST_JOBS = 8;

    /** More endings than a monitor with a small limit keeps for who lags. */
    private static final int FLOOD = 160;

    private static final int IN_ONE_FRAME = 40;

    /** No longer ago, so that the monitor remembers the end whenever it heard of it. */
    private static final long LATELY = VirtualTime.seconds(5 * 60);

    private final Jobs jobs;
    private final Dice dice;
    private final Ledger ledger;

    Workday(Jobs jobs, Dice dice, Ledger ledger) {
        this.jobs = jobs;
        this.dice = dice;
        this.ledger = ledger;
    }

    void work() {
        Job job = jobs.anyRunning();
        int what = dice.below(10);
        if (job == null || (what < 2 && jobs.isQuieterThan(MOST_JOBS))) {
            Job begun = jobs.begin();
            ledger.note("SERVER", () -> "begins " + begun.uuid());
        } else if (what < 8) {
            goOn(job);
        } else {
            Job.Fate fate =
                    dice.oneOf(Job.Fate.FINISHED, Job.Fate.FINISHED, Job.Fate.INTERRUPTED, Job.Fate.INDETERMINATE);
            ledger.note("SERVER", () -> "ends " + job.uuid() + " " + fate);
            end(job, fate);
        }
    }

    private void goOn(Job job) {
        int what = dice.below(20);
        if (what == 0) {
            List<Notice> all = new ArrayList<>();
            jobs.running().stream()
                    .filter(each -> !each.uuid().equals("butler"))
                    .forEach(each -> {
                        all.add(stepped(each));
                        all.add(stepped(each));
                    });
            ledger.happened(Happening.SEVERAL_IN_A_FRAME);
            jobs.say(all);
        } else {
            Notice step = stepped(job);
            for (int times = what < 3 ? 4 : 1; times > 0; times--) {
                jobs.say(step);
            }
        }
    }

    /** A step forward. */
    void advance(Job job) {
        jobs.say(stepped(job));
    }

    /** With its context if that is not known yet. */
    private Notice stepped(Job job) {
        Activity before = job.now();
        Map<String, Object> context = before.context().isEmpty() && dice.chance(0.6)
                ? Map.of("librarySectionID", String.valueOf(1 + dice.below(3)))
                : dice.chance(0.05) ? Map.of() : before.context();
        double progress = Math.min(98, before.progress().orElse(0) + dice.below(20));
        OptionalDouble next = dice.chance(0.05) ? OptionalDouble.empty() : OptionalDouble.of(progress);
        Activity after = new Activity(
                before.uuid(),
                before.type(),
                before.title(),
                "step " + dice.below(10),
                next,
                before.cancellable(),
                before.userId(),
                context,
                before.response());
        jobs.advance(job, after);
        return jobs.notice("updated", job);
    }

    void end(Job job, Job.Fate fate) {
        if (job.isOver()) {
            return;
        }
        jobs.end(job, fate, fate != Job.Fate.FINISHED && dice.chance(0.1));
        boolean bare = fate == Job.Fate.INDETERMINATE && dice.chance(0.3);
        if (bare) {
            ledger.happened(Happening.END_WITH_UUID_ALONE);
        }
        if (job.cancelledByFlag()) {
            ledger.happened(Happening.END_WITH_FLAG);
        }
        jobs.say(new Notice("ended", job.uuid(), bare ? null : job.now(), job.cancelledByFlag()));
        if (dice.chance(0.2)) {
            ledger.happened(Happening.UPDATE_AFTER_END);
            jobs.say(jobs.notice("updated", job));
        }
    }

    /** Of one that nobody heard of before. */
    void endOfUnknown() {
        Job job = jobs.past();
        ledger.note("SERVER", () -> "ends " + job.uuid() + ", of which it never spoke");
        ledger.happened(Happening.END_OF_UNKNOWN);
        jobs.say(dice.chance(0.5) ? jobs.notice("ended", job) : new Notice("ended", job.uuid(), null, false));
    }

    /** One that is over is told of as if it began anew. */
    void sameAgain() {
        Job job = jobs.anyOverFor(LATELY);
        if (job != null) {
            ledger.note("SERVER", () -> "speaks again of " + job.uuid());
            ledger.happened(Happening.SAME_UUID_AGAIN);
            jobs.spokenOfWhileUnlisted(job);
            jobs.say(new Notice(dice.oneOf("started", "updated"), job.uuid(), job.begun(), false));
        }
    }

    /** Far more begins and ends at once than anybody can tell in time. */
    void flood() {
        ledger.note("SERVER", () -> "floods");
        ledger.happened(Happening.FLOOD);
        for (int frame = 0; frame < FLOOD / IN_ONE_FRAME; frame++) {
            List<Notice> notices = new ArrayList<>();
            for (int i = 0; i < IN_ONE_FRAME; i++) {
                Job job = jobs.past();
                notices.add(new Notice("started", job.uuid(), job.begun(), false));
                notices.add(jobs.notice("ended", job));
            }
            jobs.say(notices);
        }
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import java.util.Map;
import okhttp3.Headers;

/** Requests that have the server begin something, which its answer names or, as for scans, does not. */
final class AskedFor {

    private static final String SCAN = "library.update.section";

    private final Dice dice;
    private final Jobs jobs;
    private final Waiters waiters;
    private int number = 10;

    AskedFor(Stage stage, Waiters waiters) {
        this.dice = stage.dice;
        this.jobs = stage.jobs;
        this.waiters = waiters;
    }

    /** A request of one kind or another. */
    void another() {
        switch (dice.below(8)) {
            case 0 -> waitInVain();
            case 1, 2 -> scan(nextSection(), Headers.of());
            case 3 -> scanTwice();
            case 4 -> scanWhatIsScanned();
            case 5 -> nameWhatRuns();
            case 6 -> nameWhatIsOver();
            default -> nameNothing();
        }
    }

    /** Of a uuid that nobody ever hears of, and of a scan that the server does not begin. */
    private void waitInVain() {
        waiters.count(Schedule.NEVER_COMES);
        waiters.count(Schedule.NO_ACTIVITY);
        waiters.promises.track("nothing-" + ++number);
        waiters.waitInVain(scanOf(nextSection()));
        waiters.later(1, () -> waiters.unnamed(Headers.of()));
    }

    /** The server begins a scan as it is asked to, tells its section a little later, and the answer comes meanwhile. */
    private void scan(String section, Headers answer) {
        waiters.nexts.await(scanOf(section));
        Job job = jobs.begin(SCAN);
        waiters.count(Schedule.HEADER_MISSING);
        waiters.later(1, () -> waiters.unnamed(answer));
        waiters.later(3, () -> tellSection(job, section));
        waiters.later(40, () -> waiters.end(job));
    }

    private void scanTwice() {
        waiters.count(Schedule.TWO_SCANS_AT_ONCE);
        scan(nextSection(), Headers.of("x-plex-activity", " "));
        scan(nextSection(), Headers.of());
    }

    /** The section is scanned already, and the server begins nothing more. */
    private void scanWhatIsScanned() {
        String section = nextSection();
        Job job = jobs.begin(SCAN);
        waiters.later(5, () -> {
            if (waiters.isShown(job)) {
                waiters.count(Schedule.RUNS_ALREADY);
                waiters.waitInVain(scanOf(section));
            }
            waiters.later(3, () -> tellSection(job, section));
            waiters.later(30, () -> waiters.end(job));
        });
    }

    private void nameWhatRuns() {
        Job job = jobs.beginListed();
        boolean quick = dice.chance(0.5);
        if (quick) {
            waiters.end(job);
        }
        waiters.later(2, () -> {
            waiters.count(quick ? Schedule.OVER_BEFORE_THE_ANSWER : Schedule.HEADER_IN_LOWER_CASE);
            waiters.named(quick ? "X-Plex-Activity" : "x-plex-activity", job.uuid());
            waiters.later(1, waiters::look);
            waiters.later(3, waiters::look);
        });
        waiters.later(40, () -> waiters.end(job));
    }

    private void nameWhatIsOver() {
        boolean told = dice.chance(0.5);
        Job job = told ? jobs.beginListed() : jobs.past();
        waiters.later(5, () -> waiters.end(job));
        waiters.later(15, () -> {
            waiters.count(told ? Schedule.HEADER_OF_WHAT_IS_OVER : Schedule.HEADER_OF_WHAT_NOBODY_HEARD_OF);
            waiters.named("X-PLEX-ACTIVITY", job.uuid());
        });
    }

    private void nameNothing() {
        waiters.count(Schedule.HEADER_OF_NOTHING);
        waiters.named("X-Plex-Activity", "nothing-" + ++number);
    }

    private void tellSection(Job job, String section) {
        if (!job.isOver()) {
            Activity now = job.now();
            Map<String, Object> context = Map.of("librarySectionID", section);
            jobs.advance(
                    job,
                    new Activity(
                            now.uuid(),
                            now.type(),
                            now.title(),
                            now.subtitle(),
                            now.progress(),
                            now.cancellable(),
                            now.userId(),
                            context,
                            now.response()));
            jobs.say(jobs.notice("updated", job));
        }
    }

    private String nextSection() {
        return String.valueOf(++number);
    }

    private static ActivityFilter scanOf(String section) {
        return ActivityFilter.type(SCAN).and(ActivityFilter.section(section));
    }
}

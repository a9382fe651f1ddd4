package io.github.plexactivity.simulation;

import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import java.util.Optional;

/** Users who have the server do something, or see it do something, and wait for the end of that. */
final class Errands {

    private final Stage stage;
    private final Dice dice;
    private final Jobs jobs;
    private final Trouble trouble;
    private final Storybook chronicle;
    private final Waiters waiters;
    private final AskedFor askedFor;

    Errands(Stage stage, Trouble trouble, Storybook chronicle) {
        this.stage = stage;
        this.dice = stage.dice;
        this.jobs = stage.jobs;
        this.trouble = trouble;
        this.chronicle = chronicle;
        this.waiters = new Waiters(stage, chronicle);
        this.askedFor = new AskedFor(stage, waiters);
    }

    Waiters waiters() {
        return waiters;
    }

    void start() {
        if (dice.chance(0.3)) {
            jobs.beginListed();
            waiters.count(Schedule.ASKED_BEFORE_START);
            waiters.nexts.await(ActivityFilter.any());
        }
        waiters.requests.start();
    }

    /** One more, in one of the ways there are. */
    void another() {
        switch (dice.below(13)) {
            case 0 -> endBeforeTrack();
            case 1 -> endInAnOutage();
            case 2 -> endOnAnotherTransport();
            case 3 -> cancel();
            case 4 -> cancelInAnOutage();
            default -> askedFor.another();
        }
    }

    private void endBeforeTrack() {
        Job job = jobs.beginListed();
        waiters.later(5, () -> waiters.end(job));
        waiters.later(15, () -> {
            if (chronicle.endedAt(job.uuid()) != Storybook.NEVER) {
                waiters.count(Schedule.ENDED_BEFORE_TRACK);
            }
            waiters.promises.track(job.uuid());
        });
    }

    private void endInAnOutage() {
        Job job = jobs.beginListed();
        waiters.later(3, () -> {
            waiters.promises.track(job.uuid());
            trouble.outage();
        });
        waiters.later(30, () -> {
            if (waiters.isShown(job) && status().state() != ConnectionState.CONNECTED) {
                waiters.count(Schedule.ENDED_IN_AN_OUTAGE);
            }
            waiters.end(job);
        });
        waiters.later(60, trouble::clear);
    }

    private void endOnAnotherTransport() {
        Job job = jobs.beginListed();
        waiters.later(3, () -> {
            waiters.promises.track(job.uuid());
            Optional<Transport> heardBy = status().transport();
            heardBy.ifPresent(trouble::withdraw);
            waiters.later(30, () -> {
                Optional<Transport> nowBy = status().transport();
                if (waiters.isShown(job) && heardBy.isPresent() && nowBy.isPresent() && !nowBy.equals(heardBy)) {
                    waiters.count(Schedule.ENDED_ON_ANOTHER_TRANSPORT);
                }
                waiters.end(job);
            });
            waiters.later(60, trouble::clear);
        });
    }

    private void cancel() {
        Job job = jobs.beginListed();
        waiters.promises.track(job.uuid());
        boolean late = dice.chance(0.3);
        waiters.later(5, () -> {
            if (late) {
                waiters.end(job);
            }
            waiters.requests.cancel(job.uuid()).thenAccept(this::count);
        });
        waiters.later(40, () -> waiters.end(job));
    }

    private void count(CancelResult answer) {
        switch (answer) {
            case ACCEPTED -> waiters.count(Schedule.CANCEL_ACCEPTED);
            case NOT_CANCELLABLE -> waiters.count(Schedule.CANCEL_REFUSED);
            case NOT_FOUND -> waiters.count(Schedule.CANCEL_OF_WHAT_IS_OVER);
            case FORBIDDEN -> {}
        }
    }

    private void cancelInAnOutage() {
        Job job = jobs.beginListed();
        waiters.later(3, () -> {
            waiters.promises.track(job.uuid());
            trouble.outage();
            waiters.requests.cancel(job.uuid()).whenComplete((answer, failure) -> {
                if (failure != null) {
                    waiters.count(Schedule.CANCEL_IN_AN_OUTAGE);
                }
            });
        });
        waiters.later(30, trouble::clear);
        waiters.later(60, () -> waiters.end(job));
    }

    private ConnectionStatus status() {
        return stage.world.status().get();
    }
}

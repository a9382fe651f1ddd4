package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Outcome;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/** The truth about one activity, and everything the server ever said of it. */
final class Job {

    /** How its server ends a job. */
    enum Fate {
        FINISHED,
        INTERRUPTED,
        INDETERMINATE,
        /** Gone with a restart: no stream ever tells. */
        LOST
    }

    private final Set<Activity> said = new HashSet<>();
    private final boolean listed;
    private Activity now;
    private boolean over;
    private boolean completed;
    private boolean lost;
    private boolean omitted;
    private boolean cancelAccepted;
    private boolean flagged;

    /**
     * A job that runs.
     *
     * @param listed whether this server's list shows jobs of its type
     */
    Job(Activity begun, boolean listed) {
        this.now = begun;
        this.listed = listed;
        said.add(begun);
    }

    Activity now() {
        return now;
    }

    String uuid() {
        return now.uuid();
    }

    boolean isListed() {
        return listed;
    }

    boolean isOver() {
        return over;
    }

    /** Whether it was ever so. */
    boolean was(Activity activity) {
        return said.contains(activity);
    }

    void becomes(Activity next) {
        now = next;
        said.add(next);
    }

    void end(Fate fate, boolean cancelledFlag) {
        over = true;
        lost = fate == Fate.LOST;
        completed = fate == Fate.FINISHED && !cancelledFlag;
        flagged = cancelledFlag;
        if (fate == Fate.FINISHED) {
            becomes(with(now, OptionalDouble.of(100)));
        } else if (fate == Fate.INDETERMINATE) {
            becomes(with(now, OptionalDouble.empty()));
        }
    }

    void acceptCancel() {
        cancelAccepted = true;
    }

    /** Whether it is honest to say that it ended so. */
    boolean mayHaveEnded(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> completed;
            case CANCELLED -> over && !completed && !lost;
            case UNKNOWN -> true;
        };
    }

    boolean cancelAccepted() {
        return cancelAccepted;
    }

    boolean cancelledByFlag() {
        return flagged;
    }

    /** A list may leave a running job out, but not twice in a row. */
    boolean isOmitted(boolean fromThisList) {
        omitted = fromThisList && !omitted;
        return omitted;
    }

    static Activity with(Activity activity, OptionalDouble progress) {
        return new Activity(
                activity.uuid(),
                activity.type(),
                activity.title(),
                activity.subtitle(),
                progress,
                activity.cancellable(),
                activity.userId(),
                activity.context(),
                activity.response());
    }
}

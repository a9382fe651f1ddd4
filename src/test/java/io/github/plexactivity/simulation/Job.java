package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

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

    /** When it first and when it last stood so: the numbers of its states. */
    private record Span(int first, int last) {}

    private record State(Activity activity, long since) {}

    private final Map<Activity, Span> said = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final boolean listed;
    private Activity now;
    private long overSince = Long.MAX_VALUE;
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
    Job(Activity begun, boolean listed, long nanos) {
        this.now = begun;
        this.listed = listed;
        becomes(begun, nanos);
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
        return overSince != Long.MAX_VALUE;
    }

    long overSince() {
        return overSince;
    }

    /** Whether it was ever so. */
    boolean was(Activity activity) {
        return said.containsKey(activity);
    }

    /** Whether it ever stood so that somebody wants it. */
    boolean everWas(Predicate<Activity> wanted) {
        return said.keySet().stream().anyMatch(wanted);
    }

    /** Whether it stood in one way for certain only before it stood in another. */
    boolean isOlder(Activity one, Activity other) {
        Span older = said.get(one);
        Span newer = said.get(other);
        return older != null && newer != null && older.last() < newer.first();
    }

    /** How it stood at a time, empty where it did not run. */
    Optional<Activity> at(long nanos) {
        if (nanos >= overSince) {
            return Optional.empty();
        }
        int i = states.size() - 1;
        while (i >= 0 && states.get(i).since() > nanos) {
            i--;
        }
        return i < 0 ? Optional.empty() : Optional.of(states.get(i).activity());
    }

    Activity begun() {
        return states.get(0).activity();
    }

    void becomes(Activity next, long nanos) {
        now = next;
        int number = states.size();
        states.add(new State(next, nanos));
        said.merge(next, new Span(number, number), (before, same) -> new Span(before.first(), number));
    }

    void end(Fate fate, boolean cancelledFlag, long nanos) {
        lost = fate == Fate.LOST;
        completed = fate == Fate.FINISHED && !cancelledFlag;
        flagged = cancelledFlag;
        if (fate == Fate.FINISHED) {
            becomes(with(now, OptionalDouble.of(100)), nanos);
        } else if (fate == Fate.INDETERMINATE) {
            becomes(with(now, OptionalDouble.empty()), nanos);
        }
        overSince = nanos;
    }

    void acceptCancel() {
        cancelAccepted = true;
    }

    /** Whether it is honest to say that it ended so. */
    boolean mayHaveEnded(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> completed;
            case CANCELLED -> isOver() && !completed && !lost;
            case UNKNOWN -> true;
        };
    }

    boolean cancelAccepted() {
        return cancelAccepted;
    }

    boolean cancelledByFlag() {
        return flagged;
    }

    /** A list that was a while old did not show it; so the next one does, however many of them there were. */
    void leftOut() {
        omitted = true;
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

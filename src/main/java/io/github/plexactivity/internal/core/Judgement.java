package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Instant;
import java.util.OptionalDouble;

/** What an ending means, given that the server never says why an activity ended. */
final class Judgement {

    /** Servers end a finished activity at 100; one short of it is allowed for rounding. */
    private static final double DONE = 99;

    private Judgement() {}

    /**
     * Judges an end that was heard.
     *
     * @param last the activity as last told
     * @param progress what the ending itself says of progress, if anything
     * @param cancelled whether the ending says that it was cancelled
     * @param cancelAccepted whether a cancellation of ours was accepted
     */
    static Ending heard(Activity last, OptionalDouble progress, boolean cancelled, boolean cancelAccepted, Instant at) {
        if (cancelled) {
            return new Ending(last, Outcome.CANCELLED, Evidence.REPORTED, at);
        }
        if (progress.isPresent() && progress.getAsDouble() >= DONE) {
            return new Ending(last, Outcome.COMPLETED, Evidence.FINAL_PROGRESS, at);
        }
        if (cancelAccepted) {
            return new Ending(last, Outcome.CANCELLED, Evidence.CANCEL_ACCEPTED, at);
        }
        return progress.isPresent()
                ? new Ending(last, Outcome.CANCELLED, Evidence.FINAL_PROGRESS, at)
                : new Ending(last, Outcome.UNKNOWN, Evidence.END_ALONE, at);
    }

    /** Judges an end that nobody heard. */
    static Ending unheard(Activity last, Instant at) {
        return new Ending(last, Outcome.UNKNOWN, Evidence.NOT_LISTED, at);
    }
}

package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.util.Optional;

/** Whether an ending says no more than is so. */
final class Honesty {

    private Honesty() {}

    /** What is false in an ending; nothing is where the server never ran such an activity. */
    static Optional<String> of(Ending ending, Jobs jobs) {
        Job job = jobs.find(ending.activity().uuid());
        return job == null ? Optional.empty() : of(ending, job);
    }

    private static Optional<String> of(Ending ending, Job job) {
        Outcome outcome = ending.outcome();
        Evidence evidence = ending.evidence();
        boolean unknown = evidence == Evidence.NOT_LISTED || evidence == Evidence.END_ALONE;
        if (!job.isOver() && job.isListed()) {
            return Optional.of("a listed activity that runs was ended");
        } else if (!job.mayHaveEnded(outcome)) {
            return Optional.of("a false outcome");
        } else if (evidence == Evidence.CANCEL_ACCEPTED && !job.cancelAccepted()) {
            return Optional.of("no cancellation was accepted");
        } else if (evidence == Evidence.REPORTED && !job.cancelledByFlag()) {
            return Optional.of("nothing reported a cancellation");
        } else if (outcome == Outcome.COMPLETED && evidence != Evidence.FINAL_PROGRESS) {
            return Optional.of("completed, and it never said that it was done");
        } else if (unknown != (outcome == Outcome.UNKNOWN)) {
            return Optional.of("an outcome without evidence");
        }
        return Optional.empty();
    }
}

package io.github.plexactivity.internal.runtime;

import java.util.concurrent.atomic.LongAdder;

/** Counts what goes wrong between the loop and the code of the user. Any thread. */
final class DeliveryCounters {
    private final LongAdder failures = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder droppedStories = new LongAdder();

    /** A callback or a filter threw. */
    void callbackFailed() {
        failures.increment();
    }

    /** The callback executor did not take a task. */
    void executorRefused() {
        refusals.increment();
    }

    /** A receiver too far behind was spared a whole activity, start and end. */
    void storyDropped() {
        droppedStories.increment();
    }

    long callbackFailures() {
        return failures.sum();
    }

    long executorRefusals() {
        return refusals.sum();
    }

    long droppedStories() {
        return droppedStories.sum();
    }
}

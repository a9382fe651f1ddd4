package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the executors that a monitor calls the user's code on did not take: counted, and logged once. Any thread. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Counters counters;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Written inside the loop. */
    private volatile boolean closed;

    Refusals(Counters counters) {
        this.counters = counters;
    }

    /** The monitor closes: that an executor is shut down now is no news. */
    void close() {
        closed = true;
    }

    void refused(Throwable refusal) {
        if (closed) {
            return;
        }
        counters.count(Counter.EXECUTOR_REFUSALS);
        if (told.compareAndSet(false, true)) {
            LOG.warn("the callback executor refuses work; callbacks are late until it takes some again", refusal);
        }
    }
}

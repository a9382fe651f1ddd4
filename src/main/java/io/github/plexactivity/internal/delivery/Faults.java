package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the code behind one mailbox threw: counted, and logged loudly the first time. One turn at a time. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Class<?> owner;
    private final Counters counters;
    private boolean told;

    /**
     * Faults of one mailbox.
     *
     * @param owner the class of the listener or subscriber, named in the log
     */
    Faults(Class<?> owner, Counters counters) {
        this.owner = owner;
        this.counters = counters;
    }

    /** A call of its code threw. The message holds no word of the activity; the trace is the listener's own. */
    void caught(String call, Throwable thrown) {
        counters.count(Counter.LISTENER_ERRORS);
        try {
            if (told) {
                LOG.debug("{} of {} threw", call, owner.getName(), thrown);
            } else {
                told = true;
                LOG.warn(
                        "{} of {} threw; it is called again, and told of here at DEBUG", call, owner.getName(), thrown);
            }
        } catch (Throwable alsoThrown) {
            // A throwable whose own methods throw, or a broken logger, must not be what stops the delivery.
            counters.count(Counter.LISTENER_ERRORS);
        }
    }
}

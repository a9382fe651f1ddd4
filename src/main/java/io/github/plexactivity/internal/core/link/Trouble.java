package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.util.Optional;

/**
 * What goes wrong at present.
 *
 * @param failures attempts in a row that failed since a stream last worked
 * @param lastError the latest failure, while it matters
 * @param streamsBarred until when the server asked the streams to wait
 * @param pollingBarred until when it asked requests to wait
 */
record Trouble(int failures, Optional<MonitorException> lastError, long streamsBarred, long pollingBarred) {

    static final Trouble NONE = new Trouble(0, Optional.empty(), 0, 0);

    Trouble failed(Transport transport, Failure failure, long nanos) {
        Trouble barred = barred(transport, failure, nanos);
        return new Trouble(failures + 1, Optional.of(failure.error()), barred.streamsBarred, barred.pollingBarred);
    }

    /** {@code Retry-After} binds both streams, and polling when it was sent to a poll. */
    Trouble barred(Transport transport, Failure failure, long nanos) {
        long until = nanos + failure.retryAfter().map(Plan::cappedRetryAfter).orElse(0L);
        return new Trouble(
                failures,
                lastError,
                Math.max(streamsBarred, until),
                Plan.isStream(transport) ? pollingBarred : Math.max(pollingBarred, until));
    }

    Trouble noted(MonitorException error) {
        return new Trouble(failures, Optional.of(error), streamsBarred, pollingBarred);
    }

    Trouble over() {
        return new Trouble(0, Optional.empty(), streamsBarred, pollingBarred);
    }

    long barredUntil(Transport transport) {
        return Plan.isStream(transport) ? streamsBarred : pollingBarred;
    }
}

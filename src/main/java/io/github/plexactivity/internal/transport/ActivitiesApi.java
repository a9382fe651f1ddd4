package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import java.util.concurrent.CompletableFuture;

/** The requests to the activities endpoints. They return at once; the futures complete on a thread of the library. */
public interface ActivitiesApi {

    /**
     * {@code GET /activities}. The future always completes with a value.
     *
     * @param known what the rows are about
     */
    CompletableFuture<Listing> list(Known known);

    /**
     * {@code DELETE /activities/{uuid}}.
     *
     * @return the answer, or a failure that is a {@link MonitorException}
     */
    CompletableFuture<CancelResult> cancel(String uuid);

    /** Ends the requests under way; later ones fail at once. */
    void close();
}

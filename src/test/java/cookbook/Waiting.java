package cookbook;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityInterceptor;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Recipes for who waits for an activity; {@link WaitingTest} runs them. */
final class Waiting {

    private Waiting() {}

    static Optional<CompletableFuture<Ending>> named(ActivityMonitor monitor, Request request) throws IOException {
        // snippet: named
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(monitor.interceptor()).build();
        Optional<ActivityHandle> job;
        try (Response response = client.newCall(request).execute()) {
            job = ActivityInterceptor.handleOf(response);
        }
        return job.map(handle -> handle.ended().orTimeout(10, TimeUnit.MINUTES));
        // end
    }

    static CompletableFuture<Void> idle(ActivityMonitor monitor, ActivityFilter filter) {
        // snippet: idle
        List<CompletableFuture<Ending>> endings = monitor.activities().values().stream()
                .filter(filter)
                .map(job -> monitor.track(job.uuid()).ended())
                .toList();
        return CompletableFuture.allOf(endings.toArray(new CompletableFuture<?>[0]));
        // end
    }

    static String cancel(ActivityMonitor monitor, String uuid) {
        // snippet: cancel
        ActivityHandle job = monitor.track(uuid);
        return switch (job.cancel().join()) {
            case ACCEPTED ->
                "over: " + job.ended().orTimeout(5, TimeUnit.MINUTES).join().outcome();
            case NOT_FOUND -> "it had ended before";
            case NOT_CANCELLABLE -> "it cannot be cancelled";
            case FORBIDDEN -> "this token may not cancel it";
        };
        // end
    }
}

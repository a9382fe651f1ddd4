package io.github.plexactivity;

import static io.github.plexactivity.model.ActivityFilter.section;
import static io.github.plexactivity.model.ActivityFilter.type;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The programs of the README, compiled; {@link ReadmeTest} runs them. */
final class ReadmeSnippets {

    private ReadmeSnippets() {}

    static void first(URI server, String token, CountDownLatch stop) throws InterruptedException {
        // snippet: first
        try (ActivityMonitor monitor =
                ActivityMonitor.builder(server).token(token).build()) {
            monitor.listen(new ActivityListener() {
                @Override
                public void onProgress(Activity previous, Activity current) {
                    System.out.println(current.title() + " " + current.progress());
                }

                @Override
                public void onEnded(Ending ending) {
                    System.out.println(ending.activity().title() + ": " + ending.outcome() + ", " + ending.evidence());
                }
            });
            monitor.start().join();
            stop.await();
        }
        // end
    }

    static Ending scan(ActivityMonitor monitor, Runnable scanRequest) {
        // snippet: scan
        CompletableFuture<ActivityHandle> scan =
                monitor.trackNext(type("library.update.section").and(section("3")));
        scanRequest.run();
        Ending ending = scan.thenCompose(ActivityHandle::ended)
                .orTimeout(30, TimeUnit.MINUTES)
                .join();
        // end
        return ending;
    }
}

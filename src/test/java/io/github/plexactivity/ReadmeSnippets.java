package io.github.plexactivity;

import static io.github.plexactivity.model.ActivityFilter.section;
import static io.github.plexactivity.model.ActivityFilter.type;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The programs of the README, compiled; {@link ReadmeTest} runs them and holds the README to them. */
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

    static void interceptor(ActivityMonitor monitor, Request request) throws IOException {
        // snippet: interceptor
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(monitor.interceptor()).build();
        try (Response response = client.newCall(request).execute()) {
            ActivityInterceptor.handleOf(response)
                    .ifPresent(handle -> handle.ended().thenAccept(System.out::println));
        }
        // end
    }

    static void cancel(ActivityMonitor monitor, String uuid) {
        // snippet: cancel
        ActivityHandle handle = monitor.track(uuid);
        CancelResult answer = handle.cancel().join();
        if (answer == CancelResult.ACCEPTED) {
            System.out.println(handle.ended().join().outcome());
        }
        // end
    }

    static void flow(ActivityMonitor monitor, Flow.Subscriber<ActivityChange> subscriber) {
        // snippet: flow
        Flow.Publisher<ActivityChange> changes = monitor.changes(type("media.*"));
        changes.subscribe(subscriber);
        // end
    }

    static void testkit(ActivityListener listener) {
        // snippet: testkit
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.listen(listener);
            monitor.start().join();
            Activity scan = server.begin("library.update.section", "Scanning");
            server.end(scan.uuid());
        }
        // end
    }
}

package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.terminal.Opening;
import io.github.plexactivity.terminal.Words;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;

/** A monitor that somebody waits with: says what happens to the connection meanwhile, and how it ended. */
final class Awaiting implements AutoCloseable {
    private final ActivityMonitor monitor;
    private final Patience patience;
    private final String aboutTheToken;
    private final PrintWriter out;
    private final PrintWriter err;

    /** Nothing is asked of the server before {@link #open}. */
    Awaiting(ActivityMonitor monitor, AwaitOptions options, String aboutTheToken, CommandLine line) {
        this.monitor = monitor;
        this.patience = new Patience(Optional.ofNullable(options.timeout));
        this.aboutTheToken = aboutTheToken;
        this.out = line.getOut();
        this.err = line.getErr();
        monitor.listen(new ConnectionNews(err));
    }

    ActivityMonitor monitor() {
        return monitor;
    }

    void note(String sentence) {
        err.println(sentence);
    }

    void open() throws Exception {
        try {
            patience.await(Opening.begin(monitor));
        } catch (ExecutionException failed) {
            throw Opening.sentence(failed.getCause(), aboutTheToken);
        } catch (TimeoutException e) {
            throw patience.isOver("there is no connection");
        }
    }

    /** The first activity that matches: one that runs already, or the next. Others that match are named. */
    CompletableFuture<ActivityHandle> first(ActivityFilter filter) {
        CompletableFuture<ActivityHandle> first = new CompletableFuture<>();
        monitor.listen(filter, new ActivityListener() {
            @Override
            public void onStarted(Activity activity) {
                if (!first.complete(monitor.track(activity.uuid()))) {
                    err.println("Matches too, and is not waited for: " + named(activity));
                }
            }
        });
        return first;
    }

    /** Waits until it is known which, and until that is over; the exit code says how it ended. */
    int end(CompletableFuture<ActivityHandle> wanted) throws Exception {
        ActivityHandle handle = which(wanted);
        handle.current().ifPresent(activity -> err.println("Waiting for " + named(activity)));
        try {
            Ending ending = patience.await(handle.ended());
            out.println(title(ending.activity()) + ": " + Words.outcome(ending));
            return Exit.of(ending.outcome());
        } catch (TimeoutException e) {
            throw patience.isOver(handle.current().map(Words::stillRuns).orElse("nothing was heard of it"));
        }
    }

    private ActivityHandle which(CompletableFuture<ActivityHandle> wanted) throws Exception {
        try {
            return patience.await(wanted);
        } catch (TimeoutException e) {
            throw patience.isOver("nothing that matches was seen");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Stop stop) {
                throw stop;
            }
            throw failed;
        }
    }

    /** Whether it is over within this time, or the patience is. */
    boolean isOverWithin(Duration time, CompletableFuture<Ending> end) throws Exception {
        CompletableFuture<Boolean> over =
                end.thenApply(ending -> true).completeOnTimeout(false, time.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return patience.await(over);
        } catch (TimeoutException e) {
            throw patience.isOver("nothing was heard of it");
        }
    }

    static String named(Activity activity) {
        return Words.titles(activity) + " (" + Words.clean(activity.uuid()) + ")";
    }

    /** Of an activity that was never seen the uuid is all there is. */
    private static String title(Activity activity) {
        String titles = Words.titles(activity);
        return titles.isBlank() ? Words.clean(activity.uuid()) : titles;
    }

    @Override
    public void close() {
        monitor.close();
    }
}

package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.delivery.Dispatcher;
import io.github.plexactivity.internal.delivery.Mailbox;
import io.github.plexactivity.internal.delivery.Present;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.MonitorException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** The monitor behind its face: every method is for any thread, and enters the loop where it has to. */
public final class Engine implements Follower.Witness {

    private final EventLoop loop;
    private final Counters counters = new Counters();
    private final Dispatcher dispatcher;
    private final Cancels cancels;
    private final KnownActivities known;
    private final Follower follower;
    private final Promise started;

    /**
     * An engine at rest.
     *
     * @param executor where the user's code runs
     */
    public Engine(Settings settings, Outside outside, Tokens tokens, Executor executor) {
        this.loop = outside.loop();
        this.dispatcher = new Dispatcher(executor, counters, settings.maxActivities(), loop);
        this.cancels = new Cancels(loop, outside.api(), dispatcher);
        this.known = new KnownActivities(loop, settings.maxActivities(), counters, dispatcher, cancels);
        TokenQuestion question = new TokenQuestion(loop, tokens, dispatcher, settings.connectTimeout());
        this.follower = new Follower(settings, outside, question, counters, known, this);
        this.started = new Promise(loop, dispatcher);
    }

    /** What was live when the process last stopped; before anything else. */
    public void resume(Collection<Activity> activities) {
        loop.run(() -> known.resume(activities));
    }

    /** Begins to follow; once is enough. */
    public CompletableFuture<Void> start() {
        CompletableFuture<Void> start = new CompletableFuture<>();
        loop.run(() -> {
            follower.start();
            started.await(start);
        });
        return start;
    }

    /** How the connection stands. */
    public ConnectionStatus status() {
        return follower.status();
    }

    /** What runs. */
    public Map<String, Activity> activities() {
        return known.view();
    }

    /** One that runs. */
    public Optional<Activity> current(String uuid) {
        return Optional.ofNullable(known.activity(uuid));
    }

    /** How many there were. */
    public long count(Counter counter) {
        return counters.of(counter);
    }

    /** How much the listener that is furthest behind was not told yet. */
    public int furthestBehind() {
        return dispatcher.furthestBehind();
    }

    /**
     * Adds a listener, which is first told the present, or before the start taken for one that was told already.
     *
     * @return removes it
     */
    public Runnable listen(ActivityFilter filter, ActivityListener listener) {
        Mailbox mailbox = dispatcher.mailbox(filter, listener);
        register(mailbox);
        return mailbox::close;
    }

    /**
     * A seat for a listener that is called elsewhere than others.
     *
     * @param executor where it and its filter run
     * @param owner the class named in the log when one of these throws
     */
    public Seat seat(ActivityFilter filter, ActivityListener listener, Executor executor, Class<?> owner) {
        return new Seat(dispatcher.mailbox(filter, listener, executor, owner), this::register, this::tellPresent);
    }

    /** Changes for subscribers. */
    public Flow.Publisher<ActivityChange> changes(ActivityFilter filter) {
        return dispatcher.publisher(filter, this::register);
    }

    private void register(Mailbox mailbox) {
        loop.run(() -> {
            if (isNew()) {
                dispatcher.resume(mailbox, known.view().values());
            } else {
                dispatcher.add(mailbox, present());
            }
        });
    }

    private void tellPresent(Mailbox mailbox) {
        loop.run(() -> dispatcher.add(mailbox, present()));
    }

    private Present present() {
        Optional<ConnectionStatus> status = isNew() ? Optional.empty() : Optional.of(follower.status());
        return new Present(status, known.view().values(), known.synchronizedView());
    }

    private boolean isNew() {
        return follower.state() == ConnectionState.NEW;
    }

    /** The end of an activity, whenever it comes or came. */
    public CompletableFuture<Ending> ended(String uuid) {
        CompletableFuture<Ending> end = new CompletableFuture<>();
        unlessClosed(end, () -> known.await(uuid, end));
        return end;
    }

    /** The server named this activity in an answer. */
    public void promised(String uuid) {
        loop.run(() -> follower.promised(uuid));
    }

    /**
     * The first that matches among those that start from now on.
     *
     * @param as what the caller wants to know it as
     */
    public <T> CompletableFuture<T> next(ActivityFilter filter, Function<Activity, T> as) {
        CompletableFuture<T> next = new CompletableFuture<>();
        unlessClosed(next, () -> known.onceSynchronized(() -> match(filter, as, next), next));
        return next;
    }

    private <T> void match(ActivityFilter filter, Function<Activity, T> as, CompletableFuture<T> next) {
        Mailbox mailbox = dispatcher.mailbox(ActivityFilter.any(), new NextMatch<>(filter, known, as, next));
        dispatcher.add(mailbox, Present.NOTHING);
        next.whenComplete((found, failure) -> mailbox.close());
    }

    /** Asks the server to cancel. */
    public CompletableFuture<CancelResult> cancel(String uuid) {
        CompletableFuture<CancelResult> result = new CompletableFuture<>();
        unlessClosed(result, () -> cancels.cancel(uuid, result));
        return result;
    }

    /** Done when a snapshot asked for from now on was taken in. */
    public CompletableFuture<Void> resync() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        unlessClosed(done, () -> {
            if (isNew()) {
                fail(done, new MonitorException.Disconnected("the monitor was not started", null));
            } else {
                follower.resync(listing -> answer(done, listing));
            }
        });
        return done;
    }

    private void answer(CompletableFuture<Void> done, Listing listing) {
        if (listing instanceof Listing.Unlisted unlisted) {
            fail(done, unlisted.failure().error());
        } else {
            loop.afterwards(() -> dispatcher.execute(() -> done.complete(null)));
        }
    }

    /** Ends all waiting. When it returns no callback begins any more. */
    public void close() {
        MonitorException closed = new MonitorException.Closed();
        loop.run(() -> {
            follower.close(new Listing.Unlisted(Failure.of(Failure.Kind.TRANSIENT, closed)));
            known.close();
            cancels.close();
            started.fail(closed);
            dispatcher.close();
        });
    }

    private void unlessClosed(CompletableFuture<?> future, Runnable task) {
        loop.run(() -> {
            if (follower.state() == ConnectionState.CLOSED) {
                fail(future, new MonitorException.Closed());
            } else {
                task.run();
            }
        });
    }

    private void fail(CompletableFuture<?> future, MonitorException reason) {
        loop.afterwards(() -> dispatcher.execute(() -> future.completeExceptionally(reason)));
    }

    // What the follower tells.

    @Override
    public void following() {
        started.keep();
    }

    @Override
    public void refused(MonitorException error) {
        started.fail(error);
    }

    @Override
    public void status(ConnectionStatus status) {
        dispatcher.connection(status);
    }
}

package io.github.plexactivity.terminal;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** A monitor and what is shown of it. One thread shows everything; Ctrl-C ends it in good order too. */
public final class Watch implements AutoCloseable {
    private static final long TICK_MILLIS = 100;

    private final ScheduledExecutorService screen = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-screen");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock closing = new ReentrantLock();
    private final Thread onCtrlC = new Thread(this::end, "watch-end");
    private final ActivityMonitor monitor;
    private final Tally tally;
    private final String whenLeft;
    private boolean closed;

    /**
     * Begins to show.
     *
     * @param builder of the monitor to be
     * @param display where
     * @param filter what of all that runs
     * @param whenLeft what the last line says of activities that go on
     */
    public Watch(ActivityMonitor.Builder builder, Display display, ActivityFilter filter, String whenLeft) {
        this.monitor = builder.callbackExecutor(screen).build();
        this.tally = new Tally(display);
        this.whenLeft = whenLeft;
        monitor.listen(filter, tally);
        screen.scheduleAtFixedRate(display::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(onCtrlC);
    }

    public ActivityMonitor monitor() {
        return monitor;
    }

    public Tally tally() {
        return tally;
    }

    /**
     * Connects for the first time, or says why that is not possible.
     *
     * @param aboutTheToken what to add if it is refused
     */
    public void start(String aboutTheToken) throws CannotGoOn, InterruptedException {
        try {
            Opening.begin(monitor).get();
        } catch (ExecutionException failed) {
            throw Opening.sentence(failed.getCause(), aboutTheToken);
        }
    }

    /** Stops watching and shows the last line. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then it runs, and finds nothing left to do.
        }
    }

    private void end() {
        closing.lock();
        try {
            if (!closed) {
                closed = true;
                monitor.close();
                screen.submit(() -> tally.close(whenLeft)).get(2, TimeUnit.SECONDS);
                screen.shutdown();
            }
        } catch (InterruptedException | ExecutionException | TimeoutException | RejectedExecutionException e) {
            System.err.println("The last line is lost: " + e);
        } finally {
            closing.unlock();
        }
    }
}

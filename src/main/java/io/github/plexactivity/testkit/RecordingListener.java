package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A listener that remembers all it was told, in order, and can be asked from any thread while it listens. It keeps
 * everything: it is made for tests, not for a program that runs for months.
 */
public final class RecordingListener implements ActivityListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final List<Entry> ledger = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean overlapped;

    /** One call. */
    public sealed interface Entry {}

    /**
     * A start, a progress or an end.
     *
     * @param change what was told
     */
    public record Change(ActivityChange change) implements Entry {}

    /**
     * A synchronization.
     *
     * @param activities what runs
     */
    public record Synchronized(Map<String, Activity> activities) implements Entry {}

    /**
     * A change of the connection.
     *
     * @param status how it stands
     */
    public record Connection(ConnectionStatus status) implements Entry {}

    /** A listener that was told nothing yet. */
    public RecordingListener() {}

    @Override
    public void onStarted(Activity activity) {
        record(new Change(new ActivityChange.Started(activity)));
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        record(new Change(new ActivityChange.Updated(previous, current)));
    }

    @Override
    public void onEnded(Ending ending) {
        record(new Change(new ActivityChange.Ended(ending)));
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        record(new Synchronized(activities));
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        record(new Connection(status));
    }

    private void record(Entry entry) {
        overlapped |= inside.getAndIncrement() != 0;
        lock.lock();
        try {
            ledger.add(entry);
            told.signalAll();
        } finally {
            lock.unlock();
            inside.decrementAndGet();
        }
    }

    /**
     * All that was told.
     *
     * @return a copy, oldest first
     */
    public List<Entry> ledger() {
        lock.lock();
        try {
            return List.copyOf(ledger);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was told of activities.
     *
     * @return oldest first
     */
    public List<ActivityChange> changes() {
        return told(Change.class).map(Change::change).toList();
    }

    /**
     * What was told of one activity.
     *
     * @param uuid the activity's
     * @return oldest first
     */
    public List<ActivityChange> story(String uuid) {
        return changes().stream()
                .filter(change -> change.activity().uuid().equals(uuid))
                .toList();
    }

    /**
     * How one activity ended.
     *
     * @param uuid the activity's
     * @return its first end, if one was told
     */
    public Optional<Ending> ending(String uuid) {
        return story(uuid).stream()
                .filter(ActivityChange.Ended.class::isInstance)
                .map(change -> ((ActivityChange.Ended) change).ending())
                .findFirst();
    }

    /**
     * What was told to run and not to have ended.
     *
     * @return uuids in the order of their starts
     */
    public Set<String> running() {
        Set<String> running = new LinkedHashSet<>();
        for (ActivityChange change : changes()) {
            if (change instanceof ActivityChange.Ended) {
                running.remove(change.activity().uuid());
            } else {
                running.add(change.activity().uuid());
            }
        }
        return running;
    }

    /**
     * How often it was told that the view equals the server's.
     *
     * @return how often
     */
    public int synchronizations() {
        return (int) told(Synchronized.class).count();
    }

    /**
     * How the connection stood.
     *
     * @return oldest first
     */
    public List<ConnectionStatus> connections() {
        return told(Connection.class).map(Connection::status).toList();
    }

    private <T extends Entry> Stream<T> told(Class<T> kind) {
        return ledger().stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Waits until enough was told.
     *
     * @param atMost how long
     * @param enough asked now and after each call
     * @throws InterruptedException if interrupted meanwhile
     * @throws AssertionError if it was not told in time; the message holds what was
     */
    public void await(Duration atMost, Predicate<RecordingListener> enough) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!enough.test(this)) {
                if (left <= 0) {
                    throw new AssertionError("not told within " + atMost + "; told: " + ledger);
                }
                left = told.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until an activity ended.
     *
     * @param uuid the activity's
     * @param atMost how long
     * @return how it ended
     * @throws InterruptedException if interrupted meanwhile
     * @throws AssertionError if it was not told in time; the message holds what was
     */
    public Ending awaitEnd(String uuid, Duration atMost) throws InterruptedException {
        await(atMost, listener -> listener.ending(uuid).isPresent());
        return ending(uuid).orElseThrow();
    }

    /**
     * Checks what every listener is promised: the calls came one at a time, and the story of each activity is one
     * start, any number of updates that each follow on the last, and at most one end with nothing after it.
     *
     * @throws AssertionError if a promise was broken; the message holds the story
     */
    public void verify() {
        if (overlapped) {
            throw new AssertionError("two calls came at a time");
        }
        changes().stream()
                .map(change -> change.activity().uuid())
                .distinct()
                .forEach(uuid -> Story.verify(story(uuid)));
    }
}

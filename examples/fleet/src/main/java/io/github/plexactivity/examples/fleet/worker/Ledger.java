package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Change;
import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.examples.fleet.state.State;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What there is to say of one partition: what was heard and is not published yet, one record for each activity, beside what
 * is. An ending stands: nothing that is heard of that activity afterwards is said. From any thread.
 */
final class Ledger {
    private static final int MOST_AT_ONCE = 1_000;
    private static final int LONGEST_KEY = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final Map<ActivityKey, Optional<ActivityRecord>> waiting = new LinkedHashMap<>();
    private final Map<ActivityKey, Optional<ActivityRecord>> underWay = new LinkedHashMap<>();
    private final InstantSource clock;
    private final String worker;
    private final Duration keepEndings;
    private State published = new State();
    private Set<String> followed = Set.of();
    private Instant lookedForDue = Instant.MIN;

    Ledger(String worker, Duration keepEndings, InstantSource clock) {
        this.worker = worker;
        this.keepEndings = keepEndings;
        this.clock = clock;
    }

    /** Begins with what is published, or begins anew with it; what is waiting stays, but for what is over by now. */
    void begin(State state) {
        lock.lock();
        try {
            published = state;
            takeBack();
            waiting.keySet().removeIf(published::isOver);
        } finally {
            lock.unlock();
        }
    }

    void hear(String server, ActivityChange change) {
        ActivityKey key = new ActivityKey(server, change.activity().uuid());
        // No server's uuid is like that, and a broker would refuse it.
        boolean absurd = key.text().length() > LONGEST_KEY;
        lock.lock();
        try {
            if (!absurd && followed.contains(server) && !isOver(key)) {
                waiting.put(key, Optional.of(record(key, change)));
                heard.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private ActivityRecord record(ActivityKey key, ActivityChange change) {
        Instant now = clock.instant();
        Instant started = latest(key).map(ActivityRecord::started).orElse(now);
        Optional<ActivityRecord.End> end = change instanceof ActivityChange.Ended ended
                ? Optional.of(new ActivityRecord.End(
                        ended.ending().outcome(),
                        ended.ending().evidence(),
                        ended.ending().at()))
                : Optional.empty();
        return new ActivityRecord(key.server(), change.activity(), started, now, end, worker);
    }

    private boolean isOver(ActivityKey key) {
        return published.isOver(key)
                || latest(key).filter(record -> !record.isLive()).isPresent();
    }

    private Optional<ActivityRecord> latest(ActivityKey key) {
        Optional<ActivityRecord> unsaid = waiting.getOrDefault(key, underWay.get(key));
        return unsaid != null ? unsaid : published.live(key);
    }

    /** What is to be said next, in the order in which it was first heard: waits for it a while, and may be empty. */
    List<Change> take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            if (waiting.isEmpty() && !atMost.isZero()) {
                heard.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }
            forgetDue();
            Iterator<Map.Entry<ActivityKey, Optional<ActivityRecord>>> next =
                    waiting.entrySet().iterator();
            List<Change> taken = new ArrayList<>();
            while (next.hasNext() && taken.size() < MOST_AT_ONCE) {
                Map.Entry<ActivityKey, Optional<ActivityRecord>> each = next.next();
                taken.add(new Change(each.getKey(), each.getValue()));
                underWay.put(each.getKey(), each.getValue());
                next.remove();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void forgetDue() {
        Instant now = clock.instant();
        if (lookedForDue.plusSeconds(1).isBefore(now)) {
            lookedForDue = now;
            published.due(now, keepEndings).forEach(key -> waiting.putIfAbsent(key, Optional.empty()));
        }
    }

    /** What was taken is published. */
    void said() {
        lock.lock();
        try {
            underWay.forEach(published::apply);
            underWay.clear();
        } finally {
            lock.unlock();
        }
    }

    private void takeBack() {
        Map<ActivityKey, Optional<ActivityRecord>> later = new LinkedHashMap<>(waiting);
        waiting.clear();
        waiting.putAll(underWay);
        waiting.putAll(later);
        underWay.clear();
    }

    /** What is live on a server, as last heard. */
    List<Activity> live(String server) {
        lock.lock();
        try {
            return live().stream()
                    .filter(record -> record.server().equals(server))
                    .map(ActivityRecord::activity)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private List<ActivityRecord> live() {
        Map<ActivityKey, Optional<ActivityRecord>> last = new LinkedHashMap<>();
        published.live().forEach(record -> last.put(record.key(), Optional.of(record)));
        last.putAll(underWay);
        last.putAll(waiting);
        return last.values().stream()
                .flatMap(Optional::stream)
                .filter(ActivityRecord::isLive)
                .toList();
    }

    /** Hears of these servers alone from now on, and forgets what is live on others: its end will not be learnt of. */
    void keepTo(Set<String> servers) {
        lock.lock();
        try {
            followed = Set.copyOf(servers);
            for (ActivityRecord live : live()) {
                if (!followed.contains(live.server())) {
                    waiting.put(live.key(), Optional.empty());
                }
            }
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many changes are not published yet. */
    int unsaid() {
        lock.lock();
        try {
            return waiting.size() + underWay.size();
        } finally {
            lock.unlock();
        }
    }
}

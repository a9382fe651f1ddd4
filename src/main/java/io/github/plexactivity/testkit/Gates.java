package io.github.plexactivity.testkit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where answers wait, each way in for itself. */
final class Gates {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Endpoint, Duration> waits = new EnumMap<>(Endpoint.class);
    private boolean broken;

    void hold(Endpoint endpoint) {
        delay(endpoint, FOR_EVER);
    }

    void delay(Endpoint endpoint, Duration delay) {
        change(() -> waits.put(endpoint, delay));
    }

    void release(Endpoint endpoint) {
        change(() -> waits.remove(endpoint));
    }

    void releaseAll() {
        change(waits::clear);
    }

    /** Lets all pass while the server goes down. */
    void breakDown(boolean down) {
        change(() -> broken = down);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as was last asked for when this began, and no longer than until the release. */
    void pass(Endpoint endpoint) throws InterruptedException {
        lock.lock();
        try {
            long left = waits.getOrDefault(endpoint, Duration.ZERO).toNanos();
            while (left > 0 && !broken && waits.containsKey(endpoint)) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}

package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What runs on the server. What is told of it goes to the streams in the order in which it happened. */
final class World {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Activity> activities = new LinkedHashMap<>();
    private final Map<String, List<String>> scans = new HashMap<>();
    private final Subscribers subscribers;

    World(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** Changes the list and, where there is a frame, tells of it. */
    void change(Runnable change, @Nullable Frame frame) {
        lock.lock();
        try {
            change.run();
            if (frame != null) {
                subscribers.tell(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    void runs(Activity activity, @Nullable Frame frame) {
        change(() -> activities.put(activity.uuid(), activity), frame);
    }

    void isOver(String uuid, @Nullable Frame frame) {
        change(() -> activities.remove(uuid), frame);
    }

    void say(Frame frame) {
        change(() -> {}, frame);
    }

    /** Updates a running activity and tells of it; does nothing if it does not run. */
    Optional<Activity> update(String uuid, UnaryOperator<Activity> change) {
        lock.lock();
        try {
            Optional<Activity> updated = find(uuid).map(change);
            updated.ifPresent(activity -> runs(activity, Notification.of("updated", activity)));
            return updated;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a running activity and tells of it; does nothing if it does not run. */
    Optional<Activity> end(String uuid, UnaryOperator<Activity> last) {
        lock.lock();
        try {
            Optional<Activity> ended = find(uuid).map(last);
            ended.ifPresent(activity -> isOver(uuid, Notification.of("ended", activity)));
            return ended;
        } finally {
            lock.unlock();
        }
    }

    Optional<Activity> find(String uuid) {
        lock.lock();
        try {
            return Optional.ofNullable(activities.get(uuid));
        } finally {
            lock.unlock();
        }
    }

    List<Activity> activities() {
        lock.lock();
        try {
            return List.copyOf(activities.values());
        } finally {
            lock.unlock();
        }
    }

    /** Notes which section an activity scans. */
    void scans(String section, String uuid) {
        change(() -> scans.computeIfAbsent(section, key -> new ArrayList<>()).add(uuid), null);
    }

    List<String> scansOf(String section) {
        lock.lock();
        try {
            return List.copyOf(scans.getOrDefault(section, List.of()));
        } finally {
            lock.unlock();
        }
    }

    void forgetAll() {
        change(activities::clear, null);
        change(scans::clear, null);
    }
}

package io.github.plexactivity.examples.fleet.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the records of a partition amount to, the last of each key: what is live, and what has ended and is not forgotten
 * yet. The same fold serves to take a partition over and to keep account of what was published since. Not for two threads
 * at once.
 */
public final class State {
    private final Map<ActivityKey, ActivityRecord> live = new LinkedHashMap<>();
    private final Map<ActivityKey, Instant> ended = new LinkedHashMap<>();
    private int unreadable;

    /**
     * Takes the next record of the topic.
     *
     * @param key as it stands there, perhaps none
     * @param value as it stands there; none is a tombstone
     */
    public void read(String key, byte[] value) {
        try {
            if (key == null) {
                throw new UnreadableRecord("it has no key");
            }
            ActivityKey named = ActivityKey.read(key);
            Optional<ActivityRecord> record = Optional.ofNullable(value).map(ActivityJson::read);
            if (record.isPresent() && !record.get().key().equals(named)) {
                throw new UnreadableRecord("its key names another activity");
            }
            apply(named, record);
        } catch (UnreadableRecord e) {
            unreadable++;
        }
    }

    /**
     * Takes what was just published.
     *
     * @param key which activity
     * @param record how it stands, or that it is forgotten
     */
    public void apply(ActivityKey key, Optional<ActivityRecord> record) {
        ended.remove(key);
        if (record.isEmpty()) {
            live.remove(key);
        } else if (record.get().isLive()) {
            live.put(key, record.get());
        } else {
            live.remove(key);
            ended.put(key, record.get().end().orElseThrow().at());
        }
    }

    /**
     * How a live activity stands.
     *
     * @param key which
     * @return its last record, if it is live
     */
    public Optional<ActivityRecord> live(ActivityKey key) {
        return Optional.ofNullable(live.get(key));
    }

    /** {@return what is live, on all servers} */
    public List<ActivityRecord> live() {
        return List.copyOf(live.values());
    }

    /**
     * Whether an activity is known to have ended.
     *
     * @param key which
     * @return not once it is forgotten
     */
    public boolean isOver(ActivityKey key) {
        return ended.containsKey(key);
    }

    /** {@return what has ended and is not forgotten yet} */
    public Set<ActivityKey> over() {
        return Set.copyOf(ended.keySet());
    }

    /**
     * What ended long enough ago to be forgotten.
     *
     * @param now the time
     * @param after how long an ending is kept
     * @return in the order in which they were published
     */
    public Set<ActivityKey> due(Instant now, Duration after) {
        Instant before = now.minus(after);
        return ended.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(before))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@return how many records could not be understood} */
    public int unreadable() {
        return unreadable;
    }
}

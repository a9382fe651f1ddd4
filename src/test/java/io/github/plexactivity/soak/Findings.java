package io.github.plexactivity.soak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What must not be. Any thread. */
final class Findings {

    private static final int MOST_SHOWN = 50;

    /** What kinds of it there are. */
    enum Kind {
        /** It is over, and no end was told. */
        LOST,
        /** Something was told that did not happen: an end of what ran, a start of what never was, anything twice. */
        INVENTED,
        /** What is known did not become what the server says. */
        DIVERGED,
        /** A callback after the end of the monitor or of the registration. */
        AFTER_CLOSE,
        /** Something the process uses more and more of. */
        DRIFT
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
    private final ConcurrentLinkedQueue<String> shown = new ConcurrentLinkedQueue<>();

    Findings() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void add(Kind kind, String what) {
        counts.getOrDefault(kind, new LongAdder()).increment();
        if (shown.size() < MOST_SHOWN) {
            shown.add(kind + ": " + what);
        }
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, new LongAdder()).sum();
    }

    boolean none() {
        return shown.isEmpty();
    }

    /** The first of them. */
    List<String> shown() {
        return List.copyOf(shown);
    }
}

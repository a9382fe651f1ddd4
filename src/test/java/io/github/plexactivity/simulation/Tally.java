package io.github.plexactivity.simulation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How often each thing happened. Any thread. */
final class Tally {

    private final Map<Happening, AtomicLong> counts = new EnumMap<>(Happening.class);

    Tally() {
        Happening.ALL.forEach(each -> counts.put(each, new AtomicLong()));
    }

    void count(Happening happening) {
        counter(happening).incrementAndGet();
    }

    long of(Happening happening) {
        return counter(happening).get();
    }

    /** Takes another one in, that is complete. */
    void add(Tally other) {
        counts.forEach((happening, count) -> count.addAndGet(other.of(happening)));
    }

    private AtomicLong counter(Happening happening) {
        return Objects.requireNonNull(counts.get(happening));
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(each -> each.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}

package io.github.plexactivity.simulation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * How often each thing happened. Any thread.
 *
 * @param <E> what may happen
 */
final class Tally<E extends Enum<E>> {

    private final Map<E, AtomicLong> counts;

    Tally(Class<E> things) {
        counts = new EnumMap<>(things);
        for (E each : things.getEnumConstants()) {
            counts.put(each, new AtomicLong());
        }
    }

    void count(E thing) {
        counter(thing).incrementAndGet();
    }

    long of(E thing) {
        return counter(thing).get();
    }

    /** Takes another one in, that is complete. */
    void add(Tally<E> other) {
        counts.forEach((thing, count) -> count.addAndGet(other.of(thing)));
    }

    private AtomicLong counter(E thing) {
        return Objects.requireNonNull(counts.get(thing));
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(each -> each.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}

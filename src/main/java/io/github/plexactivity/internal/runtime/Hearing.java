package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.link.Attempt;
import io.github.plexactivity.model.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which connection is heard; counts how that changes. Inside the loop. */
final class Hearing {

    private static final int NOTHING = -1;

    private final List<Transport> preference;
    private final Counters counters;
    private int generation = NOTHING;
    private @Nullable Transport latest;

    Hearing(List<Transport> preference, Counters counters) {
        this.preference = preference;
        this.counters = counters;
    }

    /** The connection that is heard; a number that none has, while nothing is. */
    int generation() {
        return generation;
    }

    void nothing() {
        generation = NOTHING;
    }

    void change(Attempt attempt) {
        if (latest != null) {
            count(preference.indexOf(attempt.transport()) - preference.indexOf(latest));
        }
        latest = attempt.transport();
        generation = attempt.generation();
    }

    private void count(int step) {
        if (generation == NOTHING) {
            counters.count(Counter.RECONNECTS);
        } else if (step == 0) {
            counters.count(Counter.REPLACEMENTS);
        }
        if (step != 0) {
            counters.count(step > 0 ? Counter.FALLBACKS : Counter.RECOVERIES);
        }
    }
}

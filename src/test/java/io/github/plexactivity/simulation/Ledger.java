package io.github.plexactivity.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happened in a run, counted, written down where somebody will read it, and the first rule that was broken. */
final class Ledger {

    private final VirtualTime time;
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private final Tally<Happening> tally = new Tally<>(Happening.class);
    private Optional<String> violation = Optional.empty();

    Ledger(VirtualTime time, boolean kept) {
        this.time = time;
        this.kept = kept;
    }

    VirtualTime time() {
        return time;
    }

    void note(String who, Supplier<?> what) {
        if (kept) {
            lines.add(String.format(Locale.ROOT, "%10.3f  %-12s %s", time.nanos() / 1e9, who, what.get()));
        }
    }

    void happened(Happening happening) {
        tally.count(happening);
    }

    Tally<Happening> tally() {
        return tally;
    }

    void require(boolean kept, String rule) {
        if (!kept) {
            violated(rule);
        }
    }

    void require(boolean kept, String rule, @Nullable Object what) {
        if (!kept) {
            violated(rule + what);
        }
    }

    /** A rule was broken. Recorded, not thrown: what a listener throws the monitor would swallow. */
    void violated(String rule) {
        note("VIOLATION", () -> rule);
        if (violation.isEmpty()) {
            violation = Optional.of(rule);
        }
    }

    Optional<String> violation() {
        return violation;
    }

    List<String> lines() {
        return lines;
    }
}

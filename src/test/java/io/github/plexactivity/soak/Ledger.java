package io.github.plexactivity.soak;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.soak.Findings.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** What one listener was told, to be compared with what the server did. Any thread. */
final class Ledger {

    private record End(int number, long nanos) {}

    private final String name;
    private final IntPredicate chosen;
    private final Findings findings;
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet started = new BitSet(Numbered.MOST);
    private final BitSet ended = new BitSet(Numbered.MOST);
    private final List<End> ends = new ArrayList<>();
    private boolean closed;

    /**
     * An empty ledger.
     *
     * @param chosen which numbers the listener asked for
     */
    Ledger(String name, IntPredicate chosen, Findings findings) {
        this.name = name;
        this.chosen = chosen;
        this.findings = findings;
    }

    void started(Activity activity) {
        told(activity, number -> {
            if (started.get(number) || !chosen.test(number)) {
                invented(number, "start");
            }
            started.set(number);
        });
    }

    void updated(Activity activity) {
        told(activity, number -> {
            if (!started.get(number) || ended.get(number)) {
                invented(number, "progress");
            }
        });
    }

    void ended(Activity activity) {
        told(activity, number -> {
            if (!started.get(number) || ended.get(number)) {
                invented(number, "end");
            }
            ended.set(number);
            ends.add(new End(number, System.nanoTime()));
        });
    }

    private void told(Activity activity, IntConsumer note) {
        lock.lock();
        try {
            if (closed) {
                findings.add(Kind.AFTER_CLOSE, name + ": " + activity);
            }
            note.accept(Numbered.of(activity));
        } finally {
            lock.unlock();
        }
    }

    private void invented(int number, String what) {
        String known = (started.get(number) ? "started " : "") + (ended.get(number) ? "ended" : "");
        findings.add(Kind.INVENTED, name + ": " + what + " of " + number + ", known as: " + known);
    }

    /** Nothing may be told any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether those that run, and no others, are known to run. */
    boolean agreesWith(Truth truth) {
        lock.lock();
        try {
            BitSet known = (BitSet) started.clone();
            known.andNot(ended);
            BitSet expected = new BitSet();
            truth.running(chosen).forEach(expected::set);
            return known.equals(expected);
        } finally {
            lock.unlock();
        }
    }

    /** Compares; to be called when there was time enough for both to agree. */
    void audit(Truth truth) {
        lock.lock();
        try {
            for (int number = 0; number < started.length(); number++) {
                audit(number, truth);
            }
            truth.running(chosen)
                    .filter(number -> !started.get(number))
                    .forEach(number -> findings.add(Kind.DIVERGED, name + ": " + number + " runs and was never told"));
            ends.stream()
                    .filter(end -> truth.isPremature(end.number(), end.nanos()))
                    .forEach(end -> findings.add(Kind.INVENTED, name + ": the end of " + end.number() + " came early"));
            ends.clear();
        } finally {
            lock.unlock();
        }
    }

    private void audit(int number, Truth truth) {
        if (started.get(number) && number >= truth.begun()) {
            findings.add(Kind.INVENTED, name + ": " + number + " never was");
        }
        if (started.get(number) && !ended.get(number) && !truth.runs(number)) {
            findings.add(Kind.LOST, name + ": the end of " + number);
        }
    }
}

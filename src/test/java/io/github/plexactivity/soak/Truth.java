package io.github.plexactivity.soak;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the server of a soak did, by its own account. Used by one thread. */
final class Truth {

    /** When each ended, or was last seen to run; 0 for those that run. */
    private final long[] endedAt = new long[Numbered.MOST];

    private int begun;
    private Map<Integer, Double> running = Map.of();

    void ended(String numberAndNanos) {
        String[] words = numberAndNanos.split(" ", -1);
        endedAt[Integer.parseInt(words[0])] = Long.parseLong(words[1]);
    }

    void stands(String standing) {
        String[] words = standing.split(" ", -1);
        begun = Integer.parseInt(words[0]);
        running = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", -1);
            running.put(Integer.parseInt(pair[0]), Double.parseDouble(pair[1]));
        }
    }

    int begun() {
        return begun;
    }

    /** Those that run, with their progress, by uuid. */
    Map<String, Double> running() {
        return running.entrySet().stream()
                .collect(Collectors.toMap(each -> Numbered.uuid(each.getKey()), Map.Entry::getValue));
    }

    boolean runs(int number) {
        return running.containsKey(number);
    }

    IntStream running(IntPredicate which) {
        return running.keySet().stream().mapToInt(Integer::intValue).filter(which);
    }

    /** Whether an end told at this time was none yet. */
    boolean isPremature(int number, long nanos) {
        return runs(number) || endedAt[number] == 0 || nanos < endedAt[number];
    }
}

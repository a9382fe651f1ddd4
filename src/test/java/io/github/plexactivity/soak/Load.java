package io.github.plexactivity.soak;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What a busy server does: some two hundred activities at a time, steps of theirs, and bursts of these. One thread. */
final class Load {

    private static final int RUNNING = 200;
    private static final int MOST_BEGUN_IN_A_TICK = 4;
    private static final int BURST = 3_000;
    private static final long TICK_NANOS = 10_000_000;

    private final FakePlexServer server;
    private final SplittableRandom random;
    private final PrintStream out;

    /** When each that runs was last seen to run. */
    private final Map<Integer, Long> running = new LinkedHashMap<>();

    private int begun;

    Load(FakePlexServer server, SplittableRandom random, PrintStream out) {
        this.server = server;
        this.random = random;
        this.out = out;
    }

    /** Works for a while. */
    void run(Duration duration, Runnable beside) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            tick();
            beside.run();
            LockSupport.parkNanos(TICK_NANOS);
        }
    }

    private void tick() {
        noteCancelled();
        for (int i = 0; running.size() < RUNNING && i < MOST_BEGUN_IN_A_TICK; i++) {
            begin(true);
        }
        advance(random.nextInt(500) == 0 ? BURST : 2);
        if (random.nextInt(5) == 0) {
            end(true);
        }
    }

    void begin(boolean told) {
        Activity activity = Numbered.begin(begun);
        running.put(begun++, System.nanoTime());
        if (told) {
            server.started(activity);
        } else {
            server.appear(activity);
        }
    }

    private void advance(int times) {
        List<Integer> candidates = List.copyOf(running.keySet());
        for (int i = 0; i < times && !candidates.isEmpty(); i++) {
            int number = candidates.get(random.nextInt(candidates.size()));
            unlessCancelled(() -> server.advance(Numbered.uuid(number), Numbered.progressNow()));
        }
    }

    void end(boolean told) {
        if (running.isEmpty()) {
            return;
        }
        int number = any();
        ends(number, running.getOrDefault(number, 0L));
        String uuid = Numbered.uuid(number);
        unlessCancelled(() -> {
            if (told) {
                server.end(uuid);
            } else {
                server.vanish(uuid);
            }
        });
    }

    int any() {
        return List.copyOf(running.keySet()).get(random.nextInt(running.size()));
    }

    int begun() {
        return begun;
    }

    boolean runs(int number) {
        return running.containsKey(number);
    }

    /** The server is about to forget them all. */
    void endAll() {
        Map.copyOf(running).forEach(this::ends);
    }

    /** Not before it was last seen to run: a client may have cancelled it since. */
    private void ends(int number, long seen) {
        running.remove(number);
        out.println("ended " + number + " " + seen);
    }

    /** Where a client was quicker the server runs it no more. */
    private static void unlessCancelled(Runnable step) {
        try {
            step.run();
        } catch (NoSuchElementException cancelled) {
            // Which is learnt with the next tick.
        }
    }

    private void noteCancelled() {
        long now = System.nanoTime();
        Set<String> listed =
                server.activities().stream().map(Activity::uuid).collect(Collectors.toCollection(HashSet::new));
        Map<Integer, Long> over = new LinkedHashMap<>();
        running.forEach((number, seen) -> {
            if (!listed.contains(Numbered.uuid(number))) {
                over.put(number, seen);
            }
        });
        running.replaceAll((number, seen) -> now);
        over.forEach(this::ends);
    }

    /** How many there ever were, and what runs at which progress. */
    String standing() {
        noteCancelled();
        return server.activities().stream()
                .map(activity ->
                        " " + Numbered.of(activity) + "=" + activity.progress().orElse(-1))
                .collect(Collectors.joining("", Integer.toString(begun), ""));
    }
}

package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.activity;
import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.Activity;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Activities come, change and go, listeners come, throw and go, and the executor runs, refuses and lags, all by a seed.
 * The invariants are those of {@link StrictListener}. A failing seed is in the message; to replay it, run it alone.
 */
class DeliverySimulationTest {
    private static final int SEEDS = 2_000;
    private static final int STEPS = 300;
    private static final int MOST_LIVING = 6;
    private static final int MOST_LISTENERS = 4;

    @Test
    void everyListenerHearsWholeStoriesInOrderWhateverHappens() {
        PrintStream original = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream())); // thousands of listeners throw on purpose
        try {
            for (long seed = 0; seed < SEEDS; seed++) {
                long replayed = seed;
                assertThatCode(() -> new World(replayed).run())
                        .as("seed %d", seed)
                        .doesNotThrowAnyException();
            }
        } finally {
            System.setErr(original);
        }
    }

    /** One run. */
    private static final class World {
        private final SplittableRandom random;
        private final CallbackQueue callbacks = new CallbackQueue();
        private final LoopInHand loop;
        private final Map<String, Activity> living = new LinkedHashMap<>();
        private final List<String> history = new ArrayList<>();
        private final List<Registered> listeners = new ArrayList<>();
        private final List<Registered> gone = new ArrayList<>();
        private int born;
        private int statuses;
        private boolean synchronizedOnce;

        World(long seed) {
            random = new SplittableRandom(seed);
            Executor executor = random.nextBoolean() ? callbacks : (AmpleExecutor) callbacks::execute;
            loop = new LoopInHand(executor, random.nextBoolean() ? MOST_LIVING : STEPS);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            callbacks.refuse(false);
            loop.connection(++statuses);
            callbacks.runAll();
            boolean dropped = loop.counters().of(Counter.DROPPED_STORIES) > 0;
            listeners.forEach(one -> one.listener.checkTold(living, one.happened(history), dropped));
            change();
            loop.close();
            listeners.forEach(one -> one.listener.close());
            callbacks.runAll();
            gone.addAll(listeners);
            gone.forEach(one -> one.listener.check(one.happened(history)));
            Thread.interrupted();
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0 -> {
                    if (listeners.size() == MOST_LISTENERS) {
                        remove(listeners.get(random.nextInt(MOST_LISTENERS)));
                    }
                    listen();
                }
                case 1 -> runSome();
                case 2 -> callbacks.refuse(random.nextInt(3) == 0);
                case 3 -> loop.connection(++statuses);
                case 4 -> synchronize();
                case 5, 6, 7, 8 -> runSome();
                default -> change();
            }
        }

        private void change() {
            int kind = random.nextInt(4);
            if (living.isEmpty() || (kind == 0 && living.size() < MOST_LIVING)) {
                String uuid = "u" + born++;
                living.put(uuid, activity(uuid, 0));
                history.add("started " + uuid);
                loop.push(started(uuid, 0));
                return;
            }
            String uuid = List.copyOf(living.keySet()).get(random.nextInt(living.size()));
            double progress = requireNonNull(living.get(uuid)).progress().orElseThrow();
            double next = random.nextInt(101);
            if (kind == 1) {
                living.remove(uuid);
                history.add("ended " + uuid);
                loop.push(ended(uuid, next));
            } else {
                living.put(uuid, activity(uuid, next));
                loop.push(updated(uuid, progress, next));
            }
        }

        private void synchronize() {
            synchronizedOnce = true;
            loop.synchronizedWith(living.values().toArray(new Activity[0]));
        }

        private void runSome() {
            for (int i = random.nextInt(4); i > 0 && !callbacks.isIdle(); i--) {
                callbacks.runAny(random);
            }
        }

        private void listen() {
            StrictListener listener = new StrictListener(random.nextBoolean() ? 0 : random.nextInt(120), this::during);
            Present present = new Present(
                    Optional.of(Changes.status(statuses)),
                    List.copyOf(living.values()),
                    synchronizedOnce ? Optional.of(Map.copyOf(living)) : Optional.empty());
            List<String> before =
                    living.keySet().stream().map(uuid -> "started " + uuid).toList();
            int from = history.size();
            listeners.add(new Registered(listener, loop.listen(listener::chooses, listener, present), before, from));
        }

        private void remove(Registered one) {
            listeners.remove(one);
            one.mailbox.close();
            one.listener.close();
            gone.add(one);
        }

        /** What a callback may do: go on with the world while it runs, throw, leave, or interrupt its thread. */
        private void during(StrictListener listener) {
            switch (random.nextInt(12)) {
                case 0 -> throw new IllegalStateException("on purpose");
                case 1 -> throw new AssertionError("on purpose");
                case 2, 3 -> change();
                case 5 -> Thread.currentThread().interrupt();
                case 6 -> runSome();
                case 7 -> {
                    if (random.nextInt(20) == 0) {
                        List.copyOf(listeners).stream()
                                .filter(one -> one.listener == listener)
                                .forEach(this::remove);
                    }
                }
                default -> {}
            }
        }
    }

    /**
     * A listener and what it has to hear of.
     *
     * @param before the starts that make up the present it was told
     * @param from how much had happened when it came
     */
    private record Registered(StrictListener listener, Mailbox mailbox, List<String> before, int from) {
        List<String> happened(List<String> history) {
            return Stream.concat(before.stream(), history.stream().skip(from)).toList();
        }
    }
}

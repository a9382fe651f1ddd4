package io.github.plexactivity.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, from a seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of somebody's own, so that what one does leaves the luck of others as it was. */
    Dice split() {
        return new Dice(random.split());
    }

    /** These dice for the monitor. */
    SplittableRandom generator() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** 0 to below a number. */
    int below(int number) {
        return random.nextInt(number);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}

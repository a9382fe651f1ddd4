package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many runs, each from a seed. One of them alone, with all that happens in it: {@code ./mvnw test -Dtest=SimulationTest
 * -Dseed=123}. More of them: {@code -Dseeds=1000000}, or from another one on: {@code -Dfrom=10000}.
 */
class SimulationTest {

    private static final int LINES_SHOWN = 400;

    /** In how many runs of a hundred, by and large, each thing happens at least. */
    private static final int LEAST_OF_A_HUNDRED = 1;

    @Test
    void whateverGoesWrongTheMonitorKeepsItsPromises() throws Exception {
        Long one = Long.getLong("seed");
        if (one != null) {
            replay(one);
            return;
        }
        long seeds = Long.getLong("seeds", 10_000);
        Tally<Happening> tally = new Tally<>(Happening.class);
        Quiet.call(() -> firstBroken(seeds, tally)).ifPresent(SimulationTest::replay);
        System.out.println("In " + seeds + " runs: " + tally);
        assertThat(Happening.ALL)
                .allSatisfy(each -> assertThat(tally.of(each))
                        .as("%s happens too seldom to prove anything", each)
                        .isGreaterThanOrEqualTo(seeds * LEAST_OF_A_HUNDRED / 100));
    }

    private static OptionalLong firstBroken(long seeds, Tally<Happening> tally) {
        long from = Long.getLong("from", 0);
        return LongStream.range(from, from + seeds)
                .parallel()
                .filter(seed -> isBroken(seed, tally))
                .findFirst();
    }

    private static boolean isBroken(long seed, Tally<Happening> tally) {
        Ledger ledger = Simulation.of(seed);
        tally.add(ledger.tally());
        return ledger.violation().isPresent();
    }

    private static void replay(long seed) {
        List<String> story = Simulation.story(seed);
        System.out.println("What happened from seed " + seed + ":");
        story.forEach(System.out::println);
        List<String> latest = story.subList(Math.max(0, story.size() - LINES_SHOWN), story.size());
        assertThat(Simulation.violation(seed))
                .as("replay with ./mvnw test -Dtest=SimulationTest -Dseed=%d%n%s", seed, String.join("\n", latest))
                .isEmpty();
    }

    @Test
    void aSeedTellsTheSameStoryAgain() {
        assertThat(Simulation.story(7)).isEqualTo(Simulation.story(7)).hasSizeGreaterThan(500);
    }
}

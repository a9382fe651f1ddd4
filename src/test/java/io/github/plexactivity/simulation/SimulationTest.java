package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many runs, each from a seed. One of them alone, with all that happens in it: {@code ./mvnw test -Dtest=SimulationTest
 * -Dseed=123}. More of them: {@code -Dseeds=10000}, or from another one on: {@code -Dfrom=5000}.
 */
class SimulationTest {

    private static final int LINES_SHOWN = 400;

    @Test
    void whateverGoesWrongTheMonitorKeepsItsPromises() throws Exception {
        Long one = Long.getLong("seed");
        Optional<Long> broken = one != null ? Optional.of(one) : Quiet.call(SimulationTest::firstBroken);
        broken.ifPresent(SimulationTest::replay);
    }

    private static Optional<Long> firstBroken() {
        long from = Long.getLong("from", 0);
        return LongStream.range(from, from + Long.getLong("seeds", 1_000))
                .parallel()
                .filter(seed -> Simulation.violation(seed).isPresent())
                .boxed()
                .findFirst();
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

package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is awaited never completes falsely, and never waits for an end that could be known. One run alone: {@code ./mvnw
 * test -Dtest=AwaitTest -Dseed=123}; more of them: {@code -Dseeds=100000}.
 */
class AwaitTest {

    private static final int MOST_SEEDS = 300;
    private static final int LINES_SHOWN = 300;

    /** In how many runs of a hundred, by and large, each schedule is tried at least. */
    private static final int LEAST_OF_A_HUNDRED = 5;

    @Test
    void nobodyIsToldALieAndNobodyWaitsForWhatCouldBeKnown() throws Exception {
        Long one = Long.getLong("seed");
        if (one != null) {
            replay(one);
            return;
        }
        long seeds = Long.getLong("seeds", 1_500);
        Tally<Schedule> tally = new Tally<>(Schedule.class);
        Quiet.call(() -> firstBroken(seeds, tally)).ifPresent(AwaitTest::replay);
        System.out.println("In " + seeds + " runs: " + tally);
        assertThat(Schedule.values())
                .allSatisfy(each -> assertThat(tally.of(each))
                        .as("%s happens too seldom to prove anything", each)
                        .isGreaterThanOrEqualTo(seeds * LEAST_OF_A_HUNDRED / 100));
    }

    private static OptionalLong firstBroken(long seeds, Tally<Schedule> tally) {
        return LongStream.range(0, seeds)
                .parallel()
                .filter(seed -> {
                    AwaitRun run = AwaitRun.of(seed);
                    tally.add(run.tally());
                    return run.isBroken();
                })
                .findFirst();
    }

    private static void replay(long seed) {
        List<String> story = AwaitRun.story(seed);
        System.out.println("What happened from seed " + seed + ":");
        story.forEach(System.out::println);
        List<String> latest = story.subList(Math.max(0, story.size() - LINES_SHOWN), story.size());
        assertThat(AwaitRun.violation(seed))
                .as("replay with ./mvnw test -Dtest=AwaitTest -Dseed=%d%n%s", seed, String.join("\n", latest))
                .isEmpty();
    }

    @Test
    void aSeedTellsTheSameStoryAgain() {
        assertThat(AwaitRun.story(7)).isEqualTo(AwaitRun.story(7)).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultPlantedInAnAwaitIsFound(AwaitFault fault) throws Exception {
        FaultyMonitor monitor = new FaultyMonitor(fault.patch());
        assertThat(Quiet.call(() -> monitor.firstViolation(AwaitRun.class, MOST_SEEDS)))
                .isPresent();
    }
}

package io.github.plexactivity.internal.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff DEFAULT = Backoff.between(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @ParameterizedTest(name = "dice {0}: {1} of the wait")
    @CsvSource({"0, 0.5", "0.5, 0.75", "0.999, 0.9995"})
    void eachWaitIsDrawnFromItsUpperHalf(double dice, double share) {
        assertThat(DEFAULT.nanos(dice)).isEqualTo((long) (1e9 * share));
    }

    @Test
    void waitsDoubleFromTheFirstToTheLongest() {
        assertThat(seconds(DEFAULT, 9)).containsExactly(0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0);
    }

    @Test
    void aFirstWaitBeyondTheLongestIsTheLongest() {
        assertThat(seconds(Backoff.between(Duration.ofSeconds(9), Duration.ofSeconds(6)), 2))
                .containsExactly(3.0, 3.0);
    }

    @Test
    void resetBeginsWithTheFirstWaitAgain() {
        assertThat(DEFAULT.next().next().reset()).isEqualTo(DEFAULT);
    }

    @Test
    void theStepsStopWhenTheLongestIsReached() {
        Backoff backoff = DEFAULT;
        for (int i = 0; i < 1_000; i++) {
            backoff = backoff.next();
        }
        assertThat(backoff.step()).isEqualTo(6);
    }

    @Test
    void twentyMonitorsThatLoseTheServerTogetherDoNotComeBackTogether() {
        SplittableRandom random = new SplittableRandom(20);
        double[] waits = random.doubles(20)
                .map(dice -> DEFAULT.nanos(dice) / 1e9)
                .sorted()
                .toArray();
        assertThat(waits).doesNotHaveDuplicates();
        assertThat(waits[19] - waits[0]).isGreaterThan(0.3);
    }

    private static List<Double> seconds(Backoff first, int count) {
        List<Double> waits = new ArrayList<>();
        Backoff backoff = first;
        for (int i = 0; i < count; i++) {
            waits.add(backoff.nanos(0) / 1e9);
            backoff = backoff.next();
        }
        return waits;
    }
}

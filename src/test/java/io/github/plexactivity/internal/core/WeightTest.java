package io.github.plexactivity.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightTest {

    private static Activity activity(Map<String, Object> context, Map<String, Object> response) {
        return new Activity(
                "1", "12", "123", "1234", OptionalDouble.empty(), false, OptionalLong.empty(), context, response);
    }

    @Test
    void aTextWeighsItsCharacters() {
        assertThat(Weight.of(activity(Map.of(), Map.of()))).isEqualTo(10);
    }

    @Test
    void anEntryWeighsItsKeyAndItsValueWhereverItLies() {
        assertThat(Weight.of(activity(Map.of("key", "12345"), Map.of()))).isEqualTo(10 + 35 + 37);
        assertThat(Weight.of(activity(Map.of(), Map.of("key", 5L)))).isEqualTo(10 + 35 + 32);
        assertThat(Weight.of(activity(Map.of("key", Map.of("k", true)), Map.of())))
                .isEqualTo(10 + 35 + 32 + 33 + 32);
        assertThat(Weight.of(activity(Map.of("key", List.of("1", List.of(2.0))), Map.of())))
                .isEqualTo(10 + 35 + 32 + 33 + 32 + 32);
    }

    @Test
    void soDoManyEntries() {
        Map<String, Object> many =
                IntStream.range(100, 150).boxed().collect(Collectors.toMap(i -> "" + i, i -> "value"));
        assertThat(Weight.of(activity(many, Map.of()))).isEqualTo(10 + 50 * (35 + 37));
    }

    @Test
    void whatIsGainedIsTheDifference() {
        List<Activity> activities = Stream.of(
                        Given.scan("a"),
                        activity(Map.of(), Map.of()),
                        activity(Map.of("key", "1"), Map.of()),
                        activity(Map.of("key", "12345"), Map.of("cancelled", true)))
                .toList();
        for (Activity previous : activities) {
            for (Activity activity : activities) {
                assertThat(Weight.gained(previous, activity)).isEqualTo(Weight.of(activity) - Weight.of(previous));
            }
        }
    }

    @Test
    void aFewMayHoldSixteenMebibytesAndManyHalfAKilobyteEach() {
        assertThat(Weight.most(1)).isEqualTo(16 << 20);
        assertThat(Weight.most(100_000)).isEqualTo(51_200_000);
        assertThat(Weight.most(Integer.MAX_VALUE)).isEqualTo(512L * Integer.MAX_VALUE);
    }
}

package io.github.plexactivity.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountersTest {

    private final Counters counters = new Counters();

    @ParameterizedTest
    @EnumSource
    void everyCounterBeginsAtZero(Counter counter) {
        assertThat(counters.of(counter)).isZero();
    }

    @Test
    void eachCountsForItself() {
        counters.count(Counter.FRAMES);
        counters.count(Counter.FRAMES);
        counters.count(Counter.MALFORMED, 3);
        assertThat(counters.of(Counter.FRAMES)).isEqualTo(2);
        assertThat(counters.of(Counter.MALFORMED)).isEqualTo(3);
        assertThat(counters.of(Counter.LATE)).isZero();
    }
}

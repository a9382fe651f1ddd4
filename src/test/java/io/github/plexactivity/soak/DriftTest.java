package io.github.plexactivity.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static double drift(Double... figures) {
        List<Double> samples = List.of(figures);
        return Drift.of(samples, samples::indexOf, figure -> figure % 100);
    }

    @Test
    void whatGrowsDriftsByAsMuch() {
        assertThat(drift(101.0, 202.0, 303.0, 404.0)).isEqualTo(3);
    }

    @Test
    void whatGoesUpAndDownDoesNot() {
        assertThat(drift(105.0, 201.0, 301.0, 405.0)).isZero();
    }

    @Test
    void oneSampleTellsNothing() {
        assertThat(drift(101.0)).isZero();
    }
}

package io.github.plexactivity.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TwiceTest {

    @Test
    void theFirstTimeCountsWhereverTheClockBegan() {
        long second = Duration.ofSeconds(1).toNanos();
        assertThat(Twice.NOT_YET.said(0).said(second).isEnough()).isTrue();
        assertThat(Twice.NOT_YET.said(-9 * second).said(-8 * second).isEnough()).isTrue();
        assertThat(Twice.NOT_YET.said(0).said(second - 1).isEnough()).isFalse();
    }
}

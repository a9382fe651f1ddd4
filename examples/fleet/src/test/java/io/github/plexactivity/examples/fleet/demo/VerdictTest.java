package io.github.plexactivity.examples.fleet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.examples.fleet.state.Samples;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final ActivityKey KEY = new ActivityKey("s", "u");
    private static final Life LIVE = new Life(KEY, Samples.NOON, Optional.empty());
    private static final Life ENDED = LIVE.over(Samples.NOON.plusSeconds(1));
    private static final ActivityRecord RUNS = Samples.live("s", "u", 10);
    private static final ActivityRecord OVER = Samples.ended("s", "u", Instant.EPOCH);

    private static Verdict verdict(Life life, ActivityRecord... story) {
        List<Optional<ActivityRecord>> told =
                Arrays.stream(story).map(Optional::ofNullable).toList();
        return Verdict.of(List.of(life), told.isEmpty() ? Map.of() : Map.of(KEY, told), Optional.empty());
    }

    @Test
    void wholeStoriesAreGood() {
        assertThat(verdict(LIVE, RUNS).isGood()).isTrue();
        assertThat(verdict(ENDED, RUNS, RUNS, OVER).isGood()).isTrue();
        assertThat(verdict(ENDED, OVER, null).isGood()).isTrue();
    }

    @Test
    void whatIsWrongHasAName() {
        assertThat(verdict(ENDED, RUNS).lost()).isEqualTo(1);
        assertThat(verdict(ENDED, OVER, OVER).doubled()).isEqualTo(1);
        assertThat(verdict(ENDED, OVER, null, OVER).doubled()).isEqualTo(1);
        assertThat(verdict(ENDED, OVER, RUNS).raised()).isEqualTo(1);
        assertThat(verdict(LIVE, RUNS, OVER).early()).isEqualTo(1);
        assertThat(verdict(ENDED).missed()).isEqualTo(1);
        assertThat(verdict(LIVE).missed()).isEqualTo(1);
        assertThat(verdict(new Life(new ActivityKey("s", "v"), Samples.NOON, Optional.empty()), RUNS)
                        .invented())
                .isEqualTo(1);
    }

    @Test
    void nothingWrongIsGood() {
        assertThat(verdict(ENDED, RUNS).isGood()).isFalse();
        assertThat(verdict(ENDED, OVER, OVER).isGood()).isFalse();
        assertThat(verdict(ENDED, OVER, RUNS).isGood()).isFalse();
        assertThat(verdict(LIVE, RUNS, OVER).isGood()).isFalse();
        assertThat(verdict(LIVE).isGood()).isFalse();
    }
}

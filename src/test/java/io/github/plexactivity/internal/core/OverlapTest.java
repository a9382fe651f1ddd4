package io.github.plexactivity.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private final Overlap overlap = new Overlap();
    private long seconds;

    private Moment now() {
        return new Moment(Duration.ofSeconds(seconds).toNanos(), Instant.EPOCH.plusSeconds(seconds));
    }

    private static Report at(double progress) {
        return new Report("a", false, false, activity(progress));
    }

    private static Activity activity(double progress) {
        return new Activity(
                "a", "t", "", "", OptionalDouble.of(progress), false, OptionalLong.empty(), Map.of(), Map.of());
    }

    private boolean repeats(double progress) {
        return overlap.repeats(at(progress), now());
    }

    @Test
    void whatTheOldStreamSaidIsNoNewsOnTheOneThatTookOver() {
        overlap.begin();
        assertThat(repeats(1)).isFalse();
        assertThat(repeats(2)).isFalse();
        overlap.end(true, now());
        assertThat(repeats(1)).isTrue();
        assertThat(repeats(2)).isTrue();
        assertThat(repeats(3)).isFalse();
    }

    @Test
    void whatTheNewStreamSkippedIsNotWaitedFor() {
        overlap.begin();
        repeats(1);
        repeats(2);
        overlap.end(true, now());
        assertThat(repeats(2)).isTrue();
        assertThat(repeats(1)).isFalse();
    }

    @Test
    void newsEndTheLagOfAnActivity() {
        overlap.begin();
        repeats(1);
        overlap.end(true, now());
        assertThat(repeats(5)).isFalse();
        assertThat(repeats(1)).isFalse();
    }

    @Test
    void aStreamThatStaysMayRepeatItself() {
        overlap.begin();
        repeats(1);
        overlap.end(false, now());
        assertThat(repeats(1)).isFalse();
    }

    @Test
    void nothingIsHeldAgainstAStreamAfterAWhile() {
        overlap.begin();
        repeats(1);
        overlap.end(true, now());
        seconds = 10;
        assertThat(repeats(1)).isTrue();
        overlap.begin();
        repeats(2);
        overlap.end(true, now());
        seconds = 21;
        assertThat(repeats(2)).isFalse();
    }

    @Test
    void endsAreNeverRepeats() {
        overlap.begin();
        repeats(1);
        overlap.end(true, now());
        assertThat(overlap.repeats(new Report("a", true, false, activity(1)), now()))
                .isFalse();
        assertThat(overlap.repeats(new Report("a", false, false, null), now())).isFalse();
    }

    @Test
    void oneChangeDoesNotSpeakForTheNext() {
        overlap.begin();
        repeats(1);
        overlap.begin();
        overlap.end(true, now());
        assertThat(repeats(1)).isFalse();
    }

    @Test
    void theWhileBeginsWhenTheOtherStreamTookOver() {
        overlap.begin();
        repeats(1);
        seconds = 20;
        overlap.end(true, now());
        seconds = 30;
        assertThat(repeats(1)).isTrue();
    }

    @Test
    void onlySoMuchIsKept() {
        overlap.begin();
        for (int i = 0; i <= 4_096; i++) {
            repeats(i / 50.0);
        }
        overlap.end(true, now());
        assertThat(repeats(0)).isFalse();
    }

    @Test
    void whatIsNotTooMuchIsKept() {
        overlap.begin();
        for (int i = 0; i <= 4_096; i++) {
            repeats(i / 50.0);
        }
        overlap.end(true, now());
        assertThat(repeats(1 / 50.0)).isTrue();
    }

    private boolean repeatsHeavily(double progress) {
        return overlap.repeats(Given.says(Given.heavy("h", progress)), now());
    }

    @Test
    void ofWhatIsHeavyLessIsKept() {
        overlap.begin();
        repeats(1);
        for (int i = 0; i < 5; i++) {
            repeatsHeavily(i);
        }
        overlap.end(true, now());
        assertThat(repeats(1)).isFalse();
        assertThat(repeatsHeavily(2)).isTrue();
    }

    @Test
    void whatIsTooHeavyByItselfIsNotKept() {
        overlap.begin();
        overlap.repeats(Given.says(Given.titled("h", "x".repeat(5 << 20), 1)), now());
        repeats(1);
        overlap.end(true, now());
        assertThat(overlap.repeats(Given.says(Given.titled("h", "x".repeat(5 << 20), 1)), now()))
                .isFalse();
        assertThat(repeats(1)).isTrue();
    }

    @Test
    void whatWasHeavyInAChangeBeforeTakesNoRoom() {
        overlap.begin();
        IntStream.range(0, 3).forEach(this::repeatsHeavily);
        overlap.begin();
        IntStream.range(0, 3).forEach(this::repeatsHeavily);
        overlap.end(true, now());
        assertThat(repeatsHeavily(0)).isTrue();
    }

    @Test
    void whatWasKeptOfAChangeBeforeTakesNoRoom() {
        overlap.begin();
        for (int i = 0; i < 4_096; i++) {
            repeats(i / 50.0);
        }
        overlap.begin();
        repeats(5);
        overlap.end(true, now());
        assertThat(repeats(5)).isTrue();
    }
}

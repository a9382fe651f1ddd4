package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.runtime.Starts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When the servers of a hub begin to be called. */
class StartsTest {

    private static final Duration PERIOD = Duration.ofMillis(20);

    private final VirtualTime time = new VirtualTime();
    private final Ledger ledger = new Ledger(time, false);
    private final Starts starts = new Starts(new VirtualLoop(time, ledger), PERIOD);
    private final List<Integer> begun = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    private void add(int server) {
        starts.add(server, () -> {
            begun.add(server);
            times.add(time.nanos());
        });
    }

    private void pass(Duration duration) {
        time.pass(duration.toNanos(), () -> {});
    }

    @Test
    void aThousandAddedInOneInstantBeginInOrderAndNeverTwoInAPeriod() {
        IntStream.range(0, 1_000).forEach(this::add);
        pass(PERIOD.multipliedBy(999));
        assertThat(begun).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(PERIOD.toNanos());
        }
    }

    @Test
    void oneThatComesAloneBeginsAtOnce() {
        pass(Duration.ofHours(1));
        add(1);
        pass(Duration.ZERO);
        assertThat(begun).containsExactly(1);
    }

    @Test
    void timeWithoutAnyToBeginIsNotSavedUp() {
        pass(Duration.ofHours(1));
        add(1);
        add(2);
        add(3);
        pass(Duration.ZERO);
        assertThat(begun).containsExactly(1);
        pass(PERIOD);
        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void oneThatComesSoonAfterAnotherWaitsForTheRestOfThePeriod() {
        add(1);
        pass(PERIOD.dividedBy(2));
        add(2);
        pass(PERIOD.dividedBy(2).minusNanos(1));
        assertThat(begun).containsExactly(1);
        pass(Duration.ofNanos(1));
        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void oneThatIsRemovedBeforeItsTurnNeverBeginsAndTakesNoTurn() {
        IntStream.range(0, 4).forEach(this::add);
        pass(Duration.ZERO);
        starts.remove(1);
        starts.remove(2);
        pass(PERIOD);
        assertThat(begun).containsExactly(0, 3);
        starts.remove(0);
        pass(PERIOD.multipliedBy(10));
        assertThat(begun).containsExactly(0, 3);
    }

    @Test
    void onceClearedNoneBegins() {
        IntStream.range(0, 100).forEach(this::add);
        pass(PERIOD.multipliedBy(2));
        starts.clear();
        pass(Duration.ofHours(1));
        assertThat(begun).containsExactly(0, 1, 2);
    }

    @Test
    void oneThatFailsOrAddsAnotherHoldsUpNone() {
        starts.add(0, () -> {
            add(2);
            add(3);
        });
        add(1);
        pass(PERIOD.multipliedBy(3));
        assertThat(begun).containsExactly(1, 2, 3);
    }
}

package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who waits for the next activity before the monitor is synchronized. */
class NextTest {

    private final Stage stage = new Stage(
            new Ledger(new VirtualTime(), false),
            new Dice(1),
            new Settings(
                    "simulated",
                    new Plan(
                            List.of(Transport.EVENT_SOURCE),
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(60)),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(35),
                    1_000),
            VirtualExecutor.Pace.PROMPT);

    @Test
    void theFirstThatStartsAfterwardsIsFound() {
        Job before = stage.jobs.beginListed();
        CompletableFuture<String> next = stage.engine.next(ActivityFilter.any(), Activity::uuid);
        stage.engine.start();
        stage.pass(5.0);
        stage.workday.advance(before);
        stage.pass(5.0);
        assertThat(next).isNotDone();
        Job after = stage.jobs.beginListed();
        stage.pass(5.0);
        assertThat(next).isCompletedWithValue(after.uuid());
    }

    @Test
    void closingTellsWhoeverWaits() {
        CompletableFuture<String> next = stage.engine.next(ActivityFilter.any(), Activity::uuid);
        stage.engine.close();
        stage.pass(5.0);
        assertThat(next).isCompletedExceptionally();
        assertThat(next.handle((found, failure) -> failure))
                .isCompletedWithValueMatching(failure -> failure instanceof MonitorException.Closed);
    }
}

package io.github.plexactivity.examples.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReactorRecipeTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void anEndIsToldAndTheFluxCompletesWithTheMonitor() throws Exception {
        CompletableFuture<List<Outcome>> outcomes;
        try (Following following = new Following()) {
            Activity job = following.server.begin("media.download", "Download");
            CompletableFuture<Void> told = new CompletableFuture<>();
            outcomes = ReactorRecipe.endings(following.monitor, ActivityFilter.type("media.*"))
                    .map(Ending::outcome)
                    .doOnNext(outcome -> told.complete(null))
                    .collectList()
                    .toFuture();
            following.server.end(job.uuid());
            told.get(20, TimeUnit.SECONDS);
        }
        assertThat(outcomes.get(20, TimeUnit.SECONDS)).containsExactly(Outcome.COMPLETED);
    }

    @Test
    void whoSubscribesIsToldWhatRunsAndThenWhatChanges() throws Exception {
        try (Following following = new Following()) {
            Activity job = following.server.begin("media.download", "Download");
            List<ActivityChange> changes = ReactorRecipe.changes(following.monitor, ActivityFilter.any())
                    .doOnNext(change -> {
                        if (change instanceof ActivityChange.Started) {
                            following.server.end(job.uuid());
                        }
                    })
                    .takeUntil(ActivityChange.Ended.class::isInstance)
                    .collectList()
                    .block(SOON);
            assertThat(changes).first().isInstanceOf(ActivityChange.Started.class);
            assertThat(changes).last().isInstanceOf(ActivityChange.Ended.class);
        }
    }

    @Test
    void aBarIsDrawnUntilItsActivityIsOver() throws Exception {
        try (Following following = new Following()) {
            Activity job = following.server.begin("media.download", "Download");
            CompletableFuture<Activity> last = ReactorRecipe.progress(
                            following.monitor, job.uuid(), Duration.ofMillis(10))
                    .last()
                    .toFuture();
            following.server.advance(job.uuid(), 50);
            following.server.end(job.uuid());
            assertThat(last.get(20, TimeUnit.SECONDS).progress()).hasValue(100);
        }
    }
}

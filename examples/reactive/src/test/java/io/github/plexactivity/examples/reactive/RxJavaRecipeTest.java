package io.github.plexactivity.examples.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Outcome;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RxJavaRecipeTest {

    @Test
    void anEndIsTold() throws Exception {
        try (Following following = new Following()) {
            Activity job = following.server.begin("media.download", "Download");
            Outcome outcome = RxJavaRecipe.endings(following.monitor, ActivityFilter.type("media.*"))
                    .doOnSubscribe(subscription -> following.server.end(job.uuid()))
                    .map(ending -> ending.outcome())
                    .timeout(20, TimeUnit.SECONDS)
                    .blockingFirst();
            assertThat(outcome).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Test
    void asMuchIsToldAsWasAskedForAndTheEndOfTheMonitorInAnyCase() throws Exception {
        TestSubscriber<ActivityChange> subscriber = new TestSubscriber<>(1);
        try (Following following = new Following()) {
            following.server.begin("media.download", "First");
            RxJavaRecipe.changes(following.monitor, ActivityFilter.any()).subscribe(subscriber);
            subscriber.awaitCount(1);
            following.server.begin("media.download", "Second");
            subscriber.assertValueCount(1);
        }
        assertThat(subscriber.await(20, TimeUnit.SECONDS)).isTrue();
        subscriber.assertValueCount(1).assertComplete();
    }
}

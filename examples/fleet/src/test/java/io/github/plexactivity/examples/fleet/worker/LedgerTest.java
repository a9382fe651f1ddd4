package io.github.plexactivity.examples.fleet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.examples.fleet.kafka.Change;
import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.examples.fleet.state.Samples;
import io.github.plexactivity.examples.fleet.state.State;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import io.github.plexactivity.model.ActivityChange.Updated;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private Instant now = Samples.NOON;
    private final Ledger ledger = new Ledger("w", Duration.ofMinutes(5), () -> now);

    @BeforeEach
    void follow() {
        ledger.begin(new State());
        ledger.keepTo(Set.of("s"));
    }

    private void start(String uuid) {
        ledger.hear("s", new Started(Samples.activity(uuid, 0)));
    }

    private void advance(String uuid, double progress) {
        ledger.hear("s", new Updated(Samples.activity(uuid, 0), Samples.activity(uuid, progress)));
    }

    private void end(String uuid) {
        ledger.hear(
                "s",
                new Ended(new Ending(Samples.activity(uuid, 100), Outcome.COMPLETED, Evidence.FINAL_PROGRESS, now)));
    }

    private List<Change> take() throws InterruptedException {
        return ledger.take(Duration.ZERO);
    }

    private static State state(ActivityRecord... records) {
        State state = new State();
        List.of(records).forEach(record -> state.apply(record.key(), Optional.of(record)));
        return state;
    }

    private static List<String> told(List<Change> changes) {
        return changes.stream().map(LedgerTest::told).toList();
    }

    private static String told(Change change) {
        return change.key().uuid()
                + change.record()
                        .map(record -> record.isLive()
                                ? " " + (int) record.activity().progress().orElse(-1)
                                : " ended")
                        .orElse(" forgotten");
    }

    @Test
    void updatesOfAnActivityAreTakenTogether() throws InterruptedException {
        start("u");
        start("v");
        advance("u", 10);
        advance("u", 20);
        assertThat(told(take())).containsExactly("u 20", "v 0");
        assertThat(take()).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatHasEnded() throws InterruptedException {
        start("u");
        end("u");
        advance("u", 50);
        end("u");
        assertThat(told(take())).containsExactly("u ended");
        advance("u", 50);
        assertThat(take()).as("under way").isEmpty();
        ledger.said();
        advance("u", 50);
        end("u");
        assertThat(take()).as("published").isEmpty();
    }

    @Test
    void whatFormerOwnersPublishedAsEndedIsNotSaidAgain() throws InterruptedException {
        ledger.begin(state(Samples.ended("s", "u", now)));
        start("u");
        end("u");
        assertThat(take()).isEmpty();
    }

    @Test
    void theTimeOfTheFirstWordIsKept() throws InterruptedException {
        ledger.begin(state(Samples.live("s", "u", 10)));
        now = now.plusSeconds(60);
        advance("u", 50);
        assertThat(take().get(0).record().orElseThrow().started()).isEqualTo(Samples.NOON);
        end("u");
        assertThat(take().get(0).record().orElseThrow().started()).isEqualTo(Samples.NOON);
    }

    @Test
    void anEndingIsForgottenInItsTimeWhoeverPublishedIt() throws InterruptedException {
        ledger.begin(state(Samples.ended("s", "theirs", now)));
        end("ours");
        take();
        ledger.said();
        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(take()).isEmpty();
        now = now.plusSeconds(2);
        assertThat(told(take())).containsExactlyInAnyOrder("theirs forgotten", "ours forgotten");
        ledger.said();
        now = now.plusSeconds(2);
        assertThat(take()).isEmpty();
    }

    @Test
    void whatRunsIsAsLastHeard() throws InterruptedException {
        ledger.begin(state(Samples.live("s", "a", 10), Samples.live("s", "b", 10), Samples.live("t", "c", 10)));
        advance("a", 20);
        start("d");
        take();
        end("b");
        assertThat(ledger.live("s").stream().map(Activity::uuid)).containsExactlyInAnyOrder("a", "d");
        assertThat(ledger.live("s")).contains(Samples.activity("a", 20));
    }

    @Test
    void whatWasNotPublishedIsSaidByTheNextShare() throws InterruptedException {
        start("u");
        start("v");
        end("w");
        take();
        advance("v", 50);
        ledger.begin(state(Samples.ended("s", "w", now), Samples.live("s", "u", 0)));
        assertThat(told(take())).containsExactly("u 0", "v 50");
    }

    @Test
    void aServerThatIsFollowedNoMoreIsForgottenButForItsEndings() throws InterruptedException {
        ledger.begin(state(Samples.live("s", "a", 10), Samples.live("t", "theirs", 10)));
        ledger.keepTo(Set.of("s"));
        end("b");
        start("c");
        ledger.keepTo(Set.of());
        start("d");
        assertThat(told(take())).containsExactlyInAnyOrder("a forgotten", "theirs forgotten", "b ended", "c forgotten");
    }

    @Test
    void aTransactionHoldsABoundedNumberOfChanges() throws InterruptedException {
        for (int i = 0; i < 2_500; i++) {
            start("u" + i);
        }
        assertThat(take()).hasSize(1_000);
        ledger.said();
        assertThat(take()).hasSize(1_000);
        ledger.said();
        assertThat(take()).hasSize(500);
    }

    @Test
    void aUuidThatNoBrokerWouldTakeIsPassedOver() throws InterruptedException {
        start("u".repeat(2_000));
        assertThat(take()).isEmpty();
    }

    @Test
    void hearingSomethingWakesWhoWaits() throws Exception {
        var taken = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return ledger.take(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        start("u");
        assertThat(told(taken.get(1, java.util.concurrent.TimeUnit.MINUTES))).containsExactly("u 0");
    }

    @Test
    void theKeyTellsServersApart() throws InterruptedException {
        ledger.keepTo(Set.of("s", "t"));
        start("u");
        ledger.hear("t", new Started(Samples.activity("u", 7)));
        assertThat(take().stream().map(Change::key))
                .containsExactly(new ActivityKey("s", "u"), new ActivityKey("t", "u"));
    }
}

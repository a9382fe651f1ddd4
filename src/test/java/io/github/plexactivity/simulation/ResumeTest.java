package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.RecordingListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A monitor that resumes from what was live when the process last stopped, with the periods of real life, in virtual time. */
class ResumeTest {

    private static final int RESYNC_SECONDS = 60;

    private final RecordingListener told = new RecordingListener();
    private Stage stage = Scenario.stage(RESYNC_SECONDS, Transport.EVENT_SOURCE);

    /** A job that began while the last process ran, which knew it as it is now. */
    private Job resumed() {
        Job job = stage.jobs.beginListed();
        stage.engine.resume(List.of(job.now()));
        return job;
    }

    private CompletableFuture<Void> start() {
        stage.engine.listen(ActivityFilter.any(), told);
        return stage.engine.start();
    }

    private void end(Job job) {
        stage.workday.end(job, Job.Fate.FINISHED);
    }

    @AfterEach
    void noRuleWasBroken() {
        assertThat(stage.ledger.violation()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatStillRunsGoesOnWithoutASecondStart(Transport transport) {
        stage = Scenario.stage(RESYNC_SECONDS, transport);
        Job job = resumed();
        Activity known = job.now();
        stage.workday.advance(job);
        start();
        stage.pass(20.0);
        assertThat(told.changes()).containsExactly(new ActivityChange.Updated(known, job.now()));
        assertThat(stage.engine.activities()).containsOnlyKeys(job.uuid());
        end(job);
        stage.pass(20.0);
        assertThat(told.changes()).hasSize(2).last().isInstanceOf(ActivityChange.Ended.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedMeanwhileEndsOnceWhenTwoListsDoNotShowIt(Transport transport) {
        stage = Scenario.stage(RESYNC_SECONDS, transport);
        Job job = resumed();
        Activity known = job.now();
        end(job);
        CompletableFuture<Void> started = start();
        stage.pass(1.5);
        assertThat(stage.listed.good()).as("lists").isOne();
        assertThat(started).isNotDone();
        assertThat(told.changes()).isEmpty();
        stage.pass(300.0);
        assertThat(started).isCompleted();
        assertThat(told.changes()).hasSize(1);
        assertThat(told.ending(job.uuid())).hasValueSatisfying(ending -> {
            assertThat(ending.activity()).isEqualTo(known);
            assertThat(ending.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(ending.evidence()).isEqualTo(Evidence.NOT_LISTED);
        });
        assertThat(stage.engine.activities()).isEmpty();
    }

    @Test
    void itsEndIsCountedAsOneThatNoStreamTold() {
        end(resumed());
        start();
        stage.pass(20.0);
        assertThat(stage.engine.count(Counter.MISSED_ENDS)).isOne();
    }

    @Test
    void whereTheListMayNotBeReadItStaysUntilAStreamSpeaksOfIt() {
        stage.weather.strikes(Transport.POLLING, Fault.FORBIDDEN);
        Job job = resumed();
        start();
        stage.pass(10.0 * RESYNC_SECONDS);
        assertThat(told.changes()).isEmpty();
        assertThat(stage.engine.activities()).containsOnlyKeys(job.uuid());
        end(job);
        stage.pass(5.0);
        assertThat(told.ending(job.uuid())).map(Ending::evidence).contains(Evidence.FINAL_PROGRESS);
    }

    @Test
    void whatStartedMeanwhileStarts() {
        Job known = resumed();
        Job fresh = stage.jobs.beginListed();
        start();
        stage.pass(5.0);
        assertThat(told.changes()).containsExactly(new ActivityChange.Started(fresh.now()));
        assertThat(stage.engine.activities()).containsOnlyKeys(known.uuid(), fresh.uuid());
    }

    @Test
    void whoComesAfterTheStartIsToldThePresent() {
        Job job = resumed();
        stage.engine.start();
        stage.engine.listen(ActivityFilter.any(), told);
        stage.pass(20.0);
        assertThat(told.changes()).containsExactly(new ActivityChange.Started(job.now()));
    }

    @Test
    void whatIsResumedIsNeverTheNext() {
        Job job = resumed();
        CompletableFuture<String> early = stage.engine.next(ActivityFilter.any(), Activity::uuid);
        start();
        CompletableFuture<String> soon = stage.engine.next(ActivityFilter.any(), Activity::uuid);
        stage.pass(5.0);
        stage.workday.advance(job);
        stage.pass(5.0);
        assertThat(early).isNotDone();
        assertThat(soon).isNotDone();
        Job fresh = stage.jobs.beginListed();
        stage.pass(5.0);
        assertThat(early).isCompletedWithValue(fresh.uuid());
        assertThat(soon).isCompletedWithValue(fresh.uuid());
    }

    @Test
    void whoAwaitsItsEndIsToldThoughItEndedUnseen() {
        Job job = resumed();
        end(job);
        CompletableFuture<Ending> before = stage.engine.ended(job.uuid());
        start();
        stage.pass(20.0);
        assertThat(before).isCompletedWithValueMatching(ending -> ending.evidence() == Evidence.NOT_LISTED);
        CompletableFuture<Ending> after = stage.engine.ended(job.uuid());
        stage.pass(1.0);
        assertThat(after).isCompletedWithValueMatching(ending -> ending.evidence() == Evidence.NOT_LISTED);
    }

    @Test
    void closedBeforeTheFirstListItStillKnowsWhatTheNextProcessResumesFrom() {
        Job job = resumed();
        end(job);
        start();
        stage.engine.close();
        stage.api.close();
        stage.pass(20.0);
        assertThat(told.changes()).isEmpty();
        assertThat(stage.engine.activities()).containsOnlyKeys(job.uuid());
    }

    @Test
    void synchronizedMeansThatWhatIsOverWasToldFirst() {
        Job job = resumed();
        end(job);
        start();
        stage.pass(20.0);
        List<RecordingListener.Entry> ledger = told.ledger();
        RecordingListener.Entry synchronization = ledger.stream()
                .filter(RecordingListener.Synchronized.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(synchronization)
                .isInstanceOfSatisfying(
                        RecordingListener.Synchronized.class,
                        view -> assertThat(view.activities().keySet()).isEqualTo(Set.of()));
        assertThat(ledger.indexOf(synchronization))
                .isGreaterThan(ledger.indexOf(
                        new RecordingListener.Change(told.changes().get(0))));
    }
}

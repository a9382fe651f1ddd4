package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs of the simulation found broken, each in its shortest form. */
class FoundBySimulationTest {

    private static final int RESYNC_SECONDS = 60;

    private final Stage stage = new Stage(
            new Ledger(new VirtualTime(), false),
            new Dice(1),
            new Settings(
                    "simulated",
                    new Plan(
                            List.of(Transport.WEB_SOCKET),
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(60)),
                    Duration.ofSeconds(RESYNC_SECONDS),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(35),
                    1_000),
            VirtualExecutor.Pace.PROMPT);

    @BeforeEach
    void follow() {
        stage.engine.start();
        stage.pass(5.0);
    }

    @AfterEach
    void noRuleWasBroken() {
        assertThat(stage.ledger.violation()).isEmpty();
    }

    @Test
    void whatIsKnownAtTheCallIsNotFoundAsTheNextWhenItChanges() {
        Job known = stage.jobs.beginListed();
        stage.pass(5.0);
        CompletableFuture<String> next = stage.engine.next(ActivityFilter.any(), Activity::uuid);
        stage.workday.advance(known);
        stage.pass(5.0);
        assertThat(next).isNotDone();
        Job fresh = stage.jobs.beginListed();
        stage.pass(5.0);
        assertThat(next).isCompletedWithValue(fresh.uuid());
    }

    @Test
    void aListThatCannotBeReadIsToldOnceAndNotEachTime() {
        List<ConnectionStatus> told = new ArrayList<>();
        stage.engine.listen(ActivityFilter.any(), new ActivityListener() {
            @Override
            public void onConnection(ConnectionStatus status) {
                told.add(status);
            }
        });
        stage.weather.strikes(Transport.POLLING, Fault.FORBIDDEN);
        stage.pass(10.0 * RESYNC_SECONDS);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).lastError()).isPresent();
    }

    @Test
    void anotherTokenIsAskedForWhereTheListRefusesItAlthoughAStreamSeemsToWork() {
        stage.streams.each(stream -> stream.falls(SimulatedStream.Health.HELD));
        stage.weather.revokes("token-1");
        stage.weather.supplies("token-1");
        Job missed = stage.jobs.beginListed();
        stage.pass(RESYNC_SECONDS + 5.0);
        assertThat(stage.engine.activities()).containsKey(missed.uuid());
        assertThat(stage.engine.status().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void anotherTokenIsAskedForWhereAnotherStreamIsRefusedAndTheListCannotBeHad() {
        stage.streams.each(stream -> stream.falls(SimulatedStream.Health.HELD));
        stage.weather.revokes("token-1");
        stage.weather.supplies("token-1");
        stage.weather.strikes(Transport.POLLING, Fault.DOWN);
        stage.pass(400.0);
        Job fresh = stage.jobs.beginListed();
        stage.pass(5.0);
        assertThat(stage.engine.activities()).containsKey(fresh.uuid());
    }

    @Test
    void aListThatLagsAMomentEndsNothingHoweverOftenItIsAskedFor() {
        stage.weather.lags(0.9);
        Job fresh = stage.jobs.beginListed();
        stage.pass(0.2);
        stage.engine.resync();
        stage.pass(0.3);
        stage.engine.resync();
        stage.pass(5.0);
        assertThat(stage.engine.activities()).containsKey(fresh.uuid());
    }
}

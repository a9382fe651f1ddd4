package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock is set, as on the night summer time begins, or by somebody who corrects it. */
class ClockTest {

    @ParameterizedTest
    @ValueSource(ints = {120, -120, 60, -60})
    void nothingTimesOutAsTheClockIsSet(int minutes) {
        Scenario scenario = new Scenario(60, Transport.values());
        Job over = scenario.begin();
        Job runs = scenario.begin();
        scenario.end(over);
        scenario.stage.pass(1.0);

        scenario.stage.time.jump(Duration.ofMinutes(minutes));
        scenario.stage.pass(120.0);
        scenario.stage.jobs.say(scenario.stage.jobs.notice("updated", over));
        scenario.stage.pass(1.0);
        assertThat(scenario.running()).containsExactly(runs.uuid());
        assertThat(scenario.count(Counter.LATE)).isOne();
        assertThat(scenario.count(Counter.REPLACEMENTS)).isZero();
        assertThat(scenario.count(Counter.RECONNECTS)).isZero();
        assertThat(scenario.stage.listed.good()).isBetween(3L, 5L);
        scenario.requireTruth();
    }

    @ParameterizedTest
    @ValueSource(ints = {120, -120, 60, -60})
    void noWaitIsLongerOrShorterAsTheClockIsSet(int minutes) {
        Scenario scenario = new Scenario(60, Transport.values());
        Job runs = scenario.begin();
        scenario.strike(Fault.DOWN);
        scenario.stage.streams.each(stream -> stream.cut(false));
        scenario.stage.pass(300.0);
        int failures = scenario.stage.engine.status().failures();
        assertThat(scenario.stage.engine.status().state()).isEqualTo(ConnectionState.WAITING);

        scenario.stage.time.jump(Duration.ofMinutes(minutes));
        scenario.stage.pass(5 * 60.0);
        assertThat(scenario.stage.engine.status().failures() - failures).isBetween(3 * 4, 3 * 11);
        scenario.clear();
        scenario.passTheBound();
        assertThat(scenario.running()).containsExactly(runs.uuid());
        scenario.requireTruth();
    }
}

package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outages with the periods of real life, in virtual time: what is missed is made up for within the bound. */
class OutagesInTimeTest {

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void anEndLostInAnOutageIsToldOnceThoughItIsReplayedLater(Transport transport) {
        Scenario scenario = new Scenario(60, transport, Transport.POLLING);
        Job job = scenario.begin();
        scenario.strike(Fault.DOWN);
        scenario.stage.streams.each(stream -> stream.cut(false));
        scenario.end(job);
        scenario.stage.pass(120.0);
        assertThat(scenario.running()).as("while nothing is known").contains(job.uuid());

        scenario.clear();
        scenario.passTheBound();
        assertThat(scenario.told.ending(job.uuid())).map(Ending::evidence).contains(Evidence.NOT_LISTED);
        scenario.stage.jobs.say(scenario.stage.jobs.notice("ended", job));
        scenario.stage.pass(5.0);
        assertThat(scenario.told.story(job.uuid())).hasSize(2);
        assertThat(scenario.count(Counter.LATE)).isOne();
        scenario.requireTruth();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void whatIsSaidAfterTheEndIsNotTold(Transport transport) {
        Scenario scenario = new Scenario(60, transport);
        Job job = scenario.begin();
        scenario.end(job);
        for (String event : new String[] {"updated", "started", "ended"}) {
            scenario.stage.jobs.say(scenario.stage.jobs.notice(event, job));
        }
        scenario.stage.pass(1.0);
        assertThat(scenario.told.story(job.uuid())).hasSize(2);
        scenario.requireTruth();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void theTruthComesByRestWhileTheStreamIsHalfOpenAndTheStreamIsReplaced(Transport transport) {
        Scenario scenario = new Scenario(60, transport);
        Job ended = scenario.begin();
        scenario.stage.streams.each(stream -> stream.falls(SimulatedStream.Health.HELD));
        scenario.end(ended);
        Job begun = scenario.stage.jobs.beginListed();
        scenario.passTheBound();
        assertThat(scenario.running()).containsExactly(begun.uuid());
        assertThat(scenario.stage.streams.inUse())
                .isPresent()
                .hasValueSatisfying(stream -> assertThat(stream.isWell()).isTrue());
        assertThat(scenario.count(Counter.REPLACEMENTS)).isOne();
        scenario.requireTruth();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void tenSecondsInWhichNothingPassesCostOneReplacementAtMost(Transport transport) {
        Scenario scenario = new Scenario(60, transport);
        Job ended = scenario.begin();
        Job goesOn = scenario.begin();
        scenario.strike(Fault.HANGING);
        scenario.stage.streams.each(stream -> stream.falls(SimulatedStream.Health.HELD));
        scenario.end(ended);
        scenario.stage.workday.advance(goesOn);
        scenario.stage.pass(10.0);

        scenario.clear();
        scenario.stage.streams.each(SimulatedStream::recovers);
        scenario.passTheBound();
        assertThat(scenario.count(Counter.REPLACEMENTS)).isLessThanOrEqualTo(1);
        assertThat(scenario.count(Counter.RECONNECTS)).isZero();
        assertThat(scenario.running()).containsExactly(goesOn.uuid());
        scenario.requireTruth();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void aStreamThatOpensIsFollowedByAListAtOnce(Transport transport) {
        Scenario scenario = new Scenario(3_600, transport);
        Job ended = scenario.begin();
        scenario.stage.pass(60.0);
        scenario.stage.streams.each(stream -> stream.cut(false));
        scenario.end(ended);
        Job begun = scenario.stage.jobs.beginListed();
        scenario.stage.pass(10.0);
        assertThat(scenario.running()).containsExactly(begun.uuid());
        assertThat(scenario.told.synchronizations()).isEqualTo(2);
        scenario.requireTruth();
    }

    @Test
    void anEventSourceThatDiesAndStaysAwayIsLeftForAWebSocketAndNothingIsLost() {
        Scenario scenario = new Scenario(60, Transport.values());
        Job runs = scenario.begin();
        scenario.stage.pass(60.0);
        scenario.stage.weather.strikes(Transport.EVENT_SOURCE, Fault.BUSY);
        scenario.stage.streams.each(stream -> stream.cut(false));
        scenario.stage.pass(10.0);
        assertThat(scenario.stage.engine.status().transport()).contains(Transport.WEB_SOCKET);
        assertThat(scenario.running()).containsExactly(runs.uuid());
        scenario.end(runs);
        scenario.stage.pass(1.0);
        assertThat(scenario.told.ending(runs.uuid())).map(Ending::evidence).contains(Evidence.FINAL_PROGRESS);
        scenario.requireTruth();
    }

    @Test
    void nineMinutesWithoutAServerCostNoMoreRequestsThanTheBackoffAllows() {
        Scenario scenario = new Scenario(60, Transport.values());
        Job job = scenario.begin();
        scenario.strike(Fault.DOWN);
        scenario.stage.streams.each(stream -> stream.cut(false));
        long before = requests(scenario);
        scenario.stage.pass(540.0);
        // Half of 1, 2, 4, 8, 16, 32 and then 60 seconds at the least: 6 rounds in the first 31 seconds, 17 after that,
        // and the one that begins it.
        assertThat(requests(scenario) - before).isBetween(3L * 9, 3L * 24);
        assertThat(scenario.stage.engine.status().state()).isNotEqualTo(ConnectionState.CONNECTED);

        scenario.clear();
        scenario.passTheBound();
        assertThat(scenario.stage.engine.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(scenario.running()).containsExactly(job.uuid());
        scenario.requireTruth();
    }

    /** Attempts at a stream that reached the place where the server was, and lists. */
    private static long requests(Scenario scenario) {
        return scenario.stage.ledger.lines().stream()
                .filter(line -> line.contains(" asked for; ") || line.contains(" LIST "))
                .count();
    }
}

package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.RecordingListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A monitor that follows a simulated server in fair weather, and one listener that remembers. */
final class Scenario {

    static final int LONGEST_WAIT_SECONDS = 60;
    static final int CONNECT_SECONDS = 10;
    static final int SILENCE_SECONDS = 15;

    final Stage stage;
    final RecordingListener told = new RecordingListener();
    private final int resyncSeconds;

    Scenario(int resyncSeconds, Transport... transports) {
        this.resyncSeconds = resyncSeconds;
        stage = stage(resyncSeconds, transports);
        stage.engine.listen(ActivityFilter.any(), told);
        stage.engine.start();
        stage.pass(5.0);
    }

    /** A monitor that was not started yet. */
    static Stage stage(int resyncSeconds, Transport... transports) {
        return stage(new Dice(1), resyncSeconds, transports);
    }

    /** The same with luck of its own. */
    static Stage stage(Dice dice, int resyncSeconds, Transport... transports) {
        Plan plan = new Plan(
                List.of(transports),
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(LONGEST_WAIT_SECONDS));
        Settings settings = new Settings(
                "simulated",
                plan,
                Duration.ofSeconds(resyncSeconds),
                Duration.ofSeconds(5),
                Duration.ofSeconds(CONNECT_SECONDS),
                Duration.ofSeconds(SILENCE_SECONDS),
                1_000);
        return new Stage(new Ledger(new VirtualTime(), true), dice, settings, VirtualExecutor.Pace.PROMPT);
    }

    /** Something that runs, and is known to run. */
    Job begin() {
        Job job = stage.jobs.beginListed();
        stage.pass(1.0);
        assertThat(running()).contains(job.uuid());
        return job;
    }

    void end(Job job) {
        stage.workday.end(job, Job.Fate.FINISHED);
    }

    /** All requests are in trouble of this kind. */
    void strike(Fault fault) {
        stage.weather.strikesAll(fault);
    }

    /** The requests are in trouble no more. */
    void clear() {
        for (Transport transport : Transport.values()) {
            stage.weather.clears(transport);
        }
    }

    /** One period, the longest wait, the answers that hang by then, and a second list that confirms an absence. */
    void passTheBound() {
        stage.pass(resyncSeconds + LONGEST_WAIT_SECONDS + 3.0 * CONNECT_SECONDS + 2 * 2 + 4 * 0.7);
    }

    long count(Counter counter) {
        return stage.engine.count(counter);
    }

    Set<String> running() {
        return stage.engine.activities().keySet();
    }

    /** Shown is what runs, told was that and nothing else, and no rule of the simulation was broken. */
    void requireTruth() {
        assertThat(running())
                .isEqualTo(stage.jobs.rows().stream().map(Activity::uuid).collect(Collectors.toSet()));
        assertThat(told.running()).isEqualTo(running());
        told.verify();
        assertThat(stage.ledger.violation()).isEmpty();
    }
}

package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server slower than it is asked. */
class OverloadTest {

    @Test
    void listsThatTakeLongerThanTheirPeriodDoNotPileUp() {
        Scenario scenario = new Scenario(1, Transport.EVENT_SOURCE);
        Job ended = scenario.begin();
        long before = scenario.count(Counter.SNAPSHOTS);
        scenario.stage.weather.slows(4.5);
        scenario.end(ended);
        scenario.stage.pass(600.0);
        long lists = scenario.count(Counter.SNAPSHOTS) - before;
        assertThat(lists).as("one after the other, and on and on").isBetween(60L, 300L);
        scenario.requireTruth();
    }

    @Test
    void aHundredWhoAskForAListWhileOneIsUnderWayShareTheNext() {
        Scenario scenario = new Scenario(3_600, Transport.EVENT_SOURCE);
        scenario.stage.weather.slows(4.5);
        long before = scenario.count(Counter.SNAPSHOTS);
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        asked.add(scenario.stage.engine.resync());
        scenario.stage.pass(0.001);
        for (int i = 0; i < 100; i++) {
            asked.add(scenario.stage.engine.resync());
        }
        scenario.stage.pass(30.0);
        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(scenario.count(Counter.SNAPSHOTS) - before).isEqualTo(2);
        scenario.requireTruth();
    }
}

package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The network of all servers of a process is gone for a while, and comes back for all in one instant. */
class OutageOfAllTest {

    private static final int SERVERS = 100;

    /** When a monitor is connected again, on the clock that all have in common. */
    private static long backAt(int seed) {
        Stage stage = Scenario.stage(new Dice(seed), 60, Transport.values());
        List<Long> connected = new ArrayList<>();
        stage.engine.listen(ActivityFilter.any(), new ActivityListener() {
            @Override
            public void onConnection(ConnectionStatus status) {
                if (status.state() == ConnectionState.CONNECTED) {
                    connected.add(stage.time.nanos());
                }
            }
        });
        stage.engine.start();
        stage.pass(30.0);
        new Trouble(stage).outage();
        stage.pass(300.0);
        connected.clear();
        stage.weather.heals();
        stage.pass(70.0);
        assertThat(connected).isNotEmpty();
        return connected.get(0);
    }

    @Test
    void theyDoNotComeBackInOneInstant() {
        List<Long> back =
                IntStream.range(0, SERVERS).mapToObj(OutageOfAllTest::backAt).collect(Collectors.toList());
        for (long begin : back) {
            assertThat(back.stream().filter(at -> at >= begin && at < begin + VirtualTime.seconds(1)))
                    .as("of %s servers, in a second", SERVERS)
                    .hasSizeLessThan(SERVERS / 5);
        }
    }
}

package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static io.github.plexactivity.model.Transport.POLLING;
import static io.github.plexactivity.model.Transport.WEB_SOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever happens, in whatever order: the link keeps its promises. A failing seed is named. */
class LinkWalkTest {

    private static final List<List<Transport>> PLANS = List.of(
            List.of(EVENT_SOURCE, WEB_SOCKET, POLLING),
            List.of(WEB_SOCKET, EVENT_SOURCE, POLLING),
            List.of(EVENT_SOURCE, WEB_SOCKET),
            List.of(EVENT_SOURCE, POLLING),
            List.of(WEB_SOCKET),
            List.of(POLLING));

    @Test
    void whateverHappensNoConnectionIsForgottenDoubledOrWaitedForInVain() {
        for (int seed = 0; seed < 3_000; seed++) {
            LinkWorld world = new LinkWorld(plan(PLANS.get(seed % PLANS.size())), seed);
            try {
                for (int i = 0; i < 100; i++) {
                    world.step();
                }
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + " after " + Duration.ofNanos(world.nanos()), broken);
            }
        }
    }

    @Test
    void whereNothingLastsAnHourCostsNoMoreRequestsThanTheBackoffAllows() {
        int waits = 5 + 3600 / 30;
        for (int seed = 0; seed < 30; seed++) {
            LinkWorld world = new LinkWorld(plan(PLANS.get(seed % PLANS.size())), seed);
            while (world.nanos() < Duration.ofHours(1).toNanos()) {
                world.troubledStep();
            }
            assertThat(world.opens()).as("seed %d", seed).isBetween(10, 3 * waits);
        }
    }

    private static Plan plan(List<Transport> transports) {
        return new Plan(transports, Duration.ofSeconds(300), Duration.ofSeconds(2), Duration.ofSeconds(60));
    }
}

package io.github.plexactivity.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.link.At;
import io.github.plexactivity.internal.core.link.Link;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.model.Transport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a log shows of a connection that comes and goes. Times are in seconds. */
class OutageLogTest {

    private static final Failure CUT = Failure.disconnected("it was cut", new IllegalStateException());

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final OutageLog log = new OutageLog("server", List.of(Transport.EVENT_SOURCE));
    private Link link = Link.idle(new Plan(
            List.of(Transport.EVENT_SOURCE), Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(60)));
    private int generation;

    OutageLogTest() {
        System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
        link = link.start(at(0)).next().token(false, at(0)).next();
        generation = 1;
    }

    @AfterEach
    void giveBack() {
        System.setErr(before);
    }

    private static At at(long seconds) {
        return new At(TimeUnit.SECONDS.toNanos(seconds), 0);
    }

    private void show(long seconds) {
        log.show(link, TimeUnit.SECONDS.toNanos(seconds));
    }

    private void opens(long seconds) {
        link = link.opened(generation, at(seconds)).next();
        show(seconds);
    }

    /** The stream breaks off, and the attempt after it fails. */
    private void breaksOff(long seconds) {
        link = link.lost(generation, CUT, at(seconds)).next();
        show(seconds);
        tries(seconds);
        link = link.lost(generation, CUT, at(seconds)).next();
        show(seconds);
        tries(seconds);
    }

    private void tries(long seconds) {
        link = link.due(at(seconds)).next();
        generation++;
        show(seconds);
    }

    private long told(String level) {
        return lines.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(level))
                .count();
    }

    @Test
    void eachOutageOfAConnectionThatHadSettledIsToldOnceAndItsEndToo() {
        opens(0);
        for (long began = 100; began <= 500; began += 100) {
            breaksOff(began);
            opens(began + 10);
        }
        assertThat(told("WARN")).isEqualTo(5);
        assertThat(told("INFO")).isEqualTo(5);
    }

    @Test
    void oneThatKeepsBreakingOffIsToldOfThreeTimesInFiveMinutes() {
        opens(0);
        for (long began = 1; began <= 299; began += 2) {
            breaksOff(began);
            opens(began + 1);
        }
        assertThat(told("WARN")).isEqualTo(3);
        assertThat(told("INFO")).isEqualTo(3);
        breaksOff(301);
        opens(302);
        assertThat(told("WARN")).isEqualTo(4);
        assertThat(told("INFO")).isEqualTo(4);
    }

    @Test
    void oneThatStaysAwayIsToldOfAfterAMinute() {
        opens(0);
        for (long began = 1; began <= 7; began += 2) {
            breaksOff(began);
            opens(began + 1);
        }
        breaksOff(9);
        link = link.lost(generation, CUT, at(68)).next();
        show(68);
        assertThat(told("WARN")).isEqualTo(3);
        tries(68);
        link = link.lost(generation, CUT, at(69)).next();
        show(69);
        assertThat(told("WARN")).isEqualTo(4);
    }
}

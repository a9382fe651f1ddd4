package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stream brings in one piece is taken in at once, when its reader has caught up; and never later than needed. */
class CatchingUpInTimeTest {

    private final OneStream stream = new OneStream(Transport.EVENT_SOURCE, Duration.ofSeconds(10));

    @BeforeEach
    void begin() {
        stream.begin();
    }

    private void brings(String event, int job) {
        stream.receiver().heard();
        stream.receiver()
                .frame(
                        "activity",
                        "{\"ActivityNotification\":{\"event\":\"%s\",\"uuid\":\"job-%d\",\"Activity\":{\"title\":\"Job\"}}}"
                                .formatted(event, job));
    }

    @Test
    void allThatCameInIsShownWhenTheReaderHasCaughtUp() {
        brings("started", 1);
        brings("started", 2);
        brings("ended", 1);
        assertThat(stream.engine().activities()).isEmpty();

        stream.receiver().caughtUp();
        assertThat(stream.engine().activities()).containsOnlyKeys("job-2");
    }

    @Test
    void howeverMuchComesInItIsShownPieceByPiece() {
        IntStream.range(0, 1_000).forEach(job -> brings("started", job));
        assertThat(stream.engine().activities()).hasSizeBetween(700, 999);
    }

    @Test
    void whatCameInBeforeTheStreamEndedIsNotLost() {
        brings("started", 1);
        stream.receiver()
                .lost(Failure.of(
                        Failure.Kind.TRANSIENT,
                        new MonitorException.Disconnected("the server ended the stream", null)));
        assertThat(stream.engine().activities()).containsOnlyKeys("job-1");
    }
}

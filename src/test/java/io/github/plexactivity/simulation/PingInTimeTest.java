package io.github.plexactivity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingInTimeTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 35, 60, 120})
    void aWebSocketThatAnswersNoPingIsReplacedHoweverLongAnAnswerMayTake(int seconds) {
        OneStream stream = new OneStream(Transport.WEB_SOCKET, Duration.ofSeconds(seconds));
        stream.begin();

        stream.pass(Duration.ofSeconds(36 + seconds));
        assertThat(stream.opened()).isEqualTo(2);
    }
}

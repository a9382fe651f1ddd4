package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No failure repeats the token that an answer to an upgrade echoes. */
@Timeout(60)
class WebSocketSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 500 x\r\n\r\n", "HTTP/1.1 101 %s\r\n\r\n", "%s\r\n\r\n", "HTTP/1.1 101 x\r\n%s", ""})
    void noFailureShowsIt(String answer) throws Exception {
        try (RawServer server = RawServer.start(
                        connection -> connection.send(answer.replace("%s", connection.header("X-Plex-Token"))));
                WebSocketTrial trial = WebSocketTrial.open(server)) {
            Failure failure = trial.lost();
            ByteArrayOutputStream trace = new ByteArrayOutputStream();
            failure.error().printStackTrace(new PrintStream(trace, true, UTF_8));
            assertHidden(failure + trace.toString(UTF_8));
        }
    }

    private static void assertHidden(String text) {
        String token = WebSocketTrial.TOKEN;
        assertThat(text)
                .doesNotContain(token)
                .doesNotContain(URLEncoder.encode(token, UTF_8))
                .doesNotContain(Base64.getEncoder().encodeToString(token.getBytes(UTF_8)));
    }
}

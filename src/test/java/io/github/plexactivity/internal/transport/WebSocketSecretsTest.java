package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.WebSocketPeer.FIN;
import static io.github.plexactivity.internal.transport.WebSocketPeer.PING;
import static io.github.plexactivity.internal.transport.WebSocketPeer.accept;
import static io.github.plexactivity.internal.transport.WebSocketPeer.close;
import static io.github.plexactivity.internal.transport.WebSocketPeer.frame;
import static io.github.plexactivity.internal.transport.WebSocketPeer.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token is sent, and is nowhere else: not in what any logger prints at TRACE, not in a failure. */
@Timeout(60)
class WebSocketSecretsTest {

    /** Run in a process of its own, since a logger keeps the level it was made with. */
    static final class Traced {
        private Traced() {}

        public static void main(String[] args) throws Exception {
            try (WebSocketTrial trial = WebSocketTrial.open(new OkHttpClient(), args[0])) {
                Failure failure = trial.lost();
                failure.error().printStackTrace();
                System.err.println(failure);
            }
        }
    }

    @Test
    void noLoggerAtTraceEverSeesIt(@TempDir Path directory) throws Exception {
        try (RawServer server = RawServer.start(connection -> accept(connection)
                .send(text("hello"))
                .send(frame(FIN | PING, new byte[] {'p'}))
                .send(close(1011, "")))) {
            String log = traced(directory, server.uri().toString());
            assertThat(server.heads().get(0)).contains("X-Plex-Token: " + WebSocketTrial.TOKEN + "\r\n");
            assertThat(log).contains("TRACE org.java_websocket", "Sec-WebSocket-Key", "1011");
            assertHidden(log);
        }
    }

    @Test
    void noLoggerSeesItWhereTheServerRefusesAndEchoesIt(@TempDir Path directory) throws Exception {
        try (RawServer server = RawServer.start(connection -> connection.send(
                "HTTP/1.1 401 Who?\r\nX-Echo: " + connection.head() + "\r\n\r\n" + connection.head()))) {
            String log = traced(directory, server.uri().toString());
            assertThat(server.heads().get(0)).contains(WebSocketTrial.TOKEN);
            assertThat(log).contains("401");
            assertHidden(log);
        }
    }

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

    private static String traced(Path directory, String server) throws Exception {
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        Traced.class.getName(),
                        server))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }
}

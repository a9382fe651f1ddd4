package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Whatever the head of an answer holds: it is read or refused, its wait is one, and a failure quotes none of it. */
public final class AnswerFuzz {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private AnswerFuzz() {}

    /** Called by the fuzzer, and for every kept input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        HttpHead head = head(input);
        if (head == null) {
            return;
        }
        assertThat(head.status()).isBetween(0, 999);
        String lines = HttpHead.lines(head.headers());
        byte[] again = ("HTTP/1.1 200 OK\r\n" + lines + "\r\n").getBytes(ISO_8859_1);
        assertThat(HttpHead.read(new ByteArrayInputStream(again)).headers()).isEqualTo(head.headers());
        assertWaitIsOne(head.headers());
        assertToldWithoutAQuote(
                new WebSocketFailures(InMemory.ADDRESS.webSocket()).of(new UpgradeRefusedException(head)));
        if (head.status() >= 100) {
            assertTheStreamTellsIt(head);
        }
    }

    /** The head, or null if it was refused; no byte behind it is read. */
    private static @Nullable HttpHead head(byte[] input) throws IOException {
        InputStream in = new ByteArrayInputStream(input);
        try {
            HttpHead head = HttpHead.read(in);
            String read = new String(input, 0, input.length - in.available(), ISO_8859_1);
            assertThat(read).endsWith("\n");
            assertThat(read.replace("\r", "")).endsWith("\n\n").doesNotContainPattern("\n\n.");
            return head;
        } catch (EOFException | ProtocolException e) {
            assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(80);
            return null;
        }
    }

    private static void assertWaitIsOne(Headers headers) {
        Duration wait = RetryAfter.of(headers, NOW).orElse(Duration.ZERO);
        assertThat(wait).isGreaterThanOrEqualTo(Duration.ZERO);
        String sent = headers.get("Retry-After");
        if (sent != null && sent.matches("[0-9]{1,18}")) {
            assertThat(wait).isEqualTo(Duration.ofSeconds(Long.parseLong(sent)));
        }
    }

    private static void assertTheStreamTellsIt(HttpHead head) {
        StreamRecording heard = InMemory.eventSource(
                100,
                chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(head.status())
                        .message("")
                        .headers(head.headers())
                        .body(ResponseBody.create(new Buffer(), mediaType(head.headers()), -1))
                        .build());
        assertThat(heard.frames()).isEmpty();
        assertToldWithoutAQuote(heard.loss());
    }

    private static @Nullable MediaType mediaType(Headers headers) {
        String type = headers.get("Content-Type");
        return type == null ? null : MediaType.parse(type);
    }

    private static void assertToldWithoutAQuote(Failure failure) {
        assertThat(failure.error().getMessage())
                .startsWith("GET http://127.0.0.1:32400/:/")
                .doesNotContain("\n", InMemory.TOKEN)
                .hasSizeLessThan(200);
        assertThat(failure.retryAfter().orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
    }
}

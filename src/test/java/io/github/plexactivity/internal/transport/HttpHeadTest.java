package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\n\r\n",
                "HTTP/1.0 503\r\nretry-after:7\r\n\r\n",
                "HTTP/1.1 503 \nRETRY-AFTER:  7 \n\n",
                "HTTP/1.1 503 x\r\nno header\r\n: x\r\n folded\r\nRetry-After: 7\r\n\r\n"
            })
    void statusAndHeadersAreReadHoweverTheyAreWritten(String text) throws IOException {
        HttpHead head = read(text);
        assertThat(head.status()).isEqualTo(503);
        assertThat(head.headers().size()).isEqualTo(1);
        assertThat(head.headers().get("Retry-After")).isEqualTo("7");
    }

    @Test
    void nothingBeyondTheEmptyLineIsRead() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream("HTTP/1.1 101 x\r\nA: b\r\n\r\nrest".getBytes(ISO_8859_1));
        HttpHead.read(in);
        assertThat(in.readAllBytes()).asString().isEqualTo("rest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r"})
    void anEndBeforeTheEmptyLineIsTold(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "SSH-2.0-x\r\n\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 20 x\r\n\r\n"})
    void whatIsNotHttpIsNotUnderstood(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aHeadWithoutEndIsGivenUp() {
        assertThatThrownBy(() -> read("HTTP/1.1 101 x\r\n" + "A: b\r\n".repeat(20_000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("65536");
    }

    private static HttpHead read(String text) throws IOException {
        return HttpHead.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    }
}

package io.github.plexactivity.examples.fleet.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerJsonTest {

    @Test
    void aServerComesBackAsItWas() {
        ServerRecord server = new ServerRecord(URI.create("https://plex.example:32400/base"), Optional.of("attic.1"));
        assertThat(ServerJson.read(ServerJson.write(server))).isEqualTo(server);
        assertThat(new String(ServerJson.write(server), UTF_8))
                .isEqualTo("{\"address\":\"https://plex.example:32400/base\",\"token\":\"attic.1\"}");
    }

    @Test
    void aFieldThatIsNotKnownIsPassedOver() {
        assertThat(ServerJson.read("{\"address\":\"http://a\",\"owner\":{}}".getBytes(UTF_8)))
                .isEqualTo(new ServerRecord(URI.create("http://a"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../other", ".ssh", "a/b", "", "a\\u0000b", "C:x"})
    void aTokenIsNamedByAPlainFileName(String name) {
        String json = "{\"address\":\"http://a\",\"token\":\"" + name + "\"}";
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> ServerJson.read(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no json: sesame", "{\"address\":7}", "{\"address\":\"http://a b?token=sesame\"}"})
    void whatIsNoServerIsUnreadableAndNotRepeated(String text) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> ServerJson.read(text.getBytes(UTF_8)))
                .withMessageNotContaining("sesame");
    }
}

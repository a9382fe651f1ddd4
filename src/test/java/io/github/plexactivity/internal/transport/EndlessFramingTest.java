package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.secrets.Certificates;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around a body and never ends is not kept until it does, also where it comes through TLS. */
@Timeout(60)
class EndlessFramingTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    /** A gzip header with a file name, which a zero would end. */
    private static final String GZIP = OK + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\b\b\0\0\0\0\0\0";

    private static RawServer endless(String scheme, String beginning, String more) {
        return RawServer.start(
                scheme.equals("https")
                        ? Certificates.good().getServerSocketFactory()
                        : ServerSocketFactory.getDefault(),
                connection -> {
                    connection.send(beginning.getBytes(ISO_8859_1));
                    byte[] piece = more.repeat((1 << 20) / more.length()).getBytes(ISO_8859_1);
                    for (int i = 0; i < 100; i++) {
                        connection.send(piece);
                    }
                    throw new AssertionError("all of it was taken");
                });
    }

    private static URI uri(String scheme, RawServer server) {
        return URI.create(scheme + "://" + Certificates.HOST + ":" + server.port());
    }

    /** What the server begins with, and goes on with. */
    enum Endless {
        LENGTH_OF_A_CHUNK(CHUNKED + "9;", "x"),
        ZEROS_OF_A_LENGTH(CHUNKED, "0"),
        NAME_OF_A_COMPRESSED_FILE(GZIP, "x");

        private final String beginning;
        private final String more;

        Endless(String beginning, String more) {
            this.beginning = beginning;
            this.more = more;
        }

        private RawServer start(String scheme) {
            return endless(scheme, beginning, more);
        }
    }

    static Stream<Arguments> ofLists() {
        return bothWays(EnumSet.allOf(Endless.class));
    }

    /** A stream that is compressed is refused at once. */
    static Stream<Arguments> ofStreams() {
        return bothWays(EnumSet.complementOf(EnumSet.of(Endless.NAME_OF_A_COMPRESSED_FILE)));
    }

    private static Stream<Arguments> bothWays(Set<Endless> kinds) {
        return Stream.of("http", "https")
                .flatMap(scheme -> kinds.stream().map(endless -> Arguments.of(scheme, endless)));
    }

    @ParameterizedTest
    @MethodSource("ofStreams")
    void aStreamIsCutOff(String scheme, Endless endless) {
        try (RawServer server = endless.start(scheme);
                EventSourceTrial trial = new EventSourceTrial(builder -> Certificates.client())) {
            assertCutOff(trial.open(uri(scheme, server)).awaitLost());
        }
    }

    @ParameterizedTest
    @MethodSource("ofLists")
    void aListIsCutOff(String scheme, Endless endless) {
        try (RawServer server = endless.start(scheme);
                RequestTrial trial = new RequestTrial().with(builder -> Certificates.client())) {
            assertCutOff(RequestTrial.failure(trial.list(uri(scheme, server))));
        }
    }

    private static void assertCutOff(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Failure.Kind.TRANSIENT);
        assertThat(failure.error()).hasMessage("the server sent more than 1048576 bytes that hold nothing");
    }
}

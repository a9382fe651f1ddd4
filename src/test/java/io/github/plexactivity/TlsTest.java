package io.github.plexactivity;

import static io.github.plexactivity.Quick.NEVER;
import static io.github.plexactivity.Quick.join;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException.Disconnected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.secrets.Certificates;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where TLS does not hold, nothing is sent by any transport, and what is wrong is said in plain words. */
@Timeout(60)
class TlsTest {

    private static final byte[] ALERT_PROTOCOL_VERSION = {21, 3, 1, 0, 2, 2, 70};

    /** A server that is not what it should be. */
    enum Flaw {
        SELF_SIGNED("not trusted") {
            @Override
            RawServer start() {
                return presenting(Certificates.selfSigned());
            }
        },
        OF_AN_UNKNOWN_AUTHORITY("trust manager that knows its issuer") {
            @Override
            RawServer start() {
                return presenting(Certificates.ofAnUnknownAuthority());
            }
        },
        WITHOUT_THE_ONE_IN_BETWEEN("leaves out the certificates in between") {
            @Override
            RawServer start() {
                return presenting(Certificates.withoutTheOneInBetween());
            }
        },
        EXPIRED("has expired") {
            @Override
            RawServer start() {
                return presenting(Certificates.expired());
            }
        },
        NOT_YET_VALID("not valid yet") {
            @Override
            RawServer start() {
                return presenting(Certificates.notYetValid());
            }
        },
        FOR_ANOTHER_HOST("not one for this host name") {
            @Override
            RawServer start() {
                return presenting(Certificates.forAnotherHost());
            }
        },
        OF_AN_OLD_VERSION("versions or ciphers that are not safe") {
            @Override
            RawServer start() {
                return answering(ALERT_PROTOCOL_VERSION);
            }
        },
        ANSWERING_TLS_1_0("versions or ciphers that are not safe") {
            @Override
            RawServer start() {
                return answering(helloOfTls10());
            }
        },
        WITHOUT_TLS("http://") {
            @Override
            RawServer start() {
                return answering("HTTP/1.1 400 Plain\r\n\r\n".getBytes(US_ASCII));
            }
        },
        HANGING_UP("speak TLS there?") {
            @Override
            RawServer start() {
                return answering(new byte[0]);
            }
        };

        private final String words;

        Flaw(String words) {
            this.words = words;
        }

        abstract RawServer start();

        static RawServer presenting(SSLContext identity) {
            return RawServer.start(
                    identity.getServerSocketFactory(), connection -> connection.send(RawServer.EVENT_STREAM));
        }

        static RawServer answering(byte[] answer) {
            return RawServer.startBeforeHead(connection -> {
                int first = connection.socket().getInputStream().read();
                assertThat(first).as("the first byte of a TLS handshake").isEqualTo(22);
                connection.socket().getInputStream().skipNBytes(100);
                connection.send(answer);
            });
        }

        private static byte[] helloOfTls10() {
            byte[] hello = new byte[47];
            byte[] head = {22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
            System.arraycopy(head, 0, hello, 0, head.length);
            hello[45] = 0x2f;
            return hello;
        }
    }

    static Stream<Arguments> flaws() {
        return Arrays.stream(Flaw.values())
                .flatMap(flaw -> Arrays.stream(Transport.values()).map(by -> Arguments.of(flaw, by)));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void whatIsNotSafeFailsClosedIsToldAndIsNotTriedOtherwise(Flaw flaw, Transport by) {
        try (RawServer server = flaw.start();
                ActivityMonitor monitor = monitor(server.port())
                        .transports(by)
                        .backoff(NEVER, NEVER)
                        .build()) {
            monitor.start();
            Quick.until(monitor, ConnectionState.WAITING);
            assertThat(monitor.status().lastError()).get().isInstanceOf(Disconnected.class);
            assertThat(monitor.status().lastError().orElseThrow()).hasMessageContaining(flaw.words);
            assertThat(server.accepted()).isEqualTo(1);
            assertThatThrownBy(() -> join(monitor.track("a").cancel()))
                    .cause()
                    .isInstanceOf(Disconnected.class)
                    .hasMessageContaining(flaw.words);
            assertThat(server.accepted()).isEqualTo(2);
            assertThat(server.heads()).isEmpty();
        }
    }

    private static ActivityMonitor.Builder monitor(int port) {
        return Quick.monitor(URI.create("https://" + Certificates.HOST + ":" + port))
                .client(Certificates.client().build())
                .token("good");
    }
}

package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RawServerTest {

    @Test
    void aScriptIsGivenTheHeadAndAnswersInBytes() throws IOException {
        try (RawServer server = RawServer.start(
                        connection -> connection.send(connection.header("x-name") + " " + connection.number()));
                Socket client = client(server)) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nX-Name: é\r\n\r\n".getBytes(UTF_8));
            assertThat(client.getInputStream().readAllBytes()).endsWith(' ', '1');
            assertThat(server.heads()).hasSize(1).first().asString().startsWith("GET / HTTP/1.1\r\n");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aResetIsAReset() throws IOException {
        try (RawServer server = RawServer.startBeforeHead(RawServer.Connection::reset);
                Socket client = client(server)) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aConnectionIsOpenUntilTheClientHangsUp() throws IOException {
        try (RawServer server = RawServer.startBeforeHead(RawServer.Connection::awaitHangUp)) {
            Socket client = client(server);
            await().until(() -> server.open() == 1);
            client.close();
            await().until(() -> server.open() == 0);
        }
    }

    @Test
    void closeEndsAStalledScriptAndLeavesNoThread() throws IOException {
        RawServer server = RawServer.startBeforeHead(RawServer.Connection::stall);
        try (Socket client = client(server)) {
            await().until(() -> server.open() == 1);
            server.close();
            assertThat(client.getInputStream().read()).isNegative();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("raw-server"));
    }

    @Test
    void aScriptThatFailsIsToldOnClose() throws IOException {
        RawServer server = RawServer.startBeforeHead(connection -> {
            throw new IllegalStateException("expected");
        });
        try (Socket client = client(server)) {
            assertThat(client.getInputStream().read()).isNegative();
        }
        assertThatThrownBy(server::close).isInstanceOf(AssertionError.class).hasRootCauseMessage("expected");
    }

    private static Socket client(RawServer server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}

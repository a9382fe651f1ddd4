package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    @Test
    void aConnectionWhoseClientIsGoneIsClosedByWhoReadsIt() throws IOException {
        Socket accepted = abandoned();
        assertThatThrownBy(() -> accepted.getInputStream().read(new byte[1])).isInstanceOf(IOException.class);
        assertThat(accepted.isClosed()).isTrue();
    }

    @Test
    void aConnectionWhoseClientIsGoneIsClosedByWhoWritesIt() throws IOException {
        Socket accepted = abandoned();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        accepted.getOutputStream().write(new byte[1_000]);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(accepted.isClosed()).isTrue();
    }

    private static Socket abandoned() throws IOException {
        try (ServerSocket listening = new Connections().createServerSocket()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Socket client = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
                client.setSoLinger(true, 0);
                return listening.accept();
            }
        }
    }
}

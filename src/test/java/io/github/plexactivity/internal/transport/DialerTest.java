package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class DialerTest {

    /** Closed just before its first option makes its descriptor, a socket of JDK 17 keeps that until a collection. */
    @Test
    void aSocketHasItsDescriptorBeforeAnybodyMayCloseIt() {
        Cutoff cutoff = new Cutoff();
        Cut socket = new Cut(cutoff);
        OkHttpClient client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new InMemory.Sockets(() -> socket))
                .build();
        Dialer dialer = new Dialer(client, HttpUrl.get("http://127.0.0.1:1/"), Duration.ofSeconds(1), cutoff);

        assertThatThrownBy(dialer::dial).isInstanceOf(IOException.class);
        assertThat(socket.closedTooEarly).isFalse();
        assertThat(socket.isClosed()).isTrue();
    }

    /** Its attempt is cut while its descriptor is made. */
    private static final class Cut extends Socket {
        private final Cutoff cutoff;
        private boolean closedTooEarly;

        private Cut(Cutoff cutoff) {
            this.cutoff = cutoff;
        }

        @Override
        public void setTcpNoDelay(boolean on) throws SocketException {
            cutoff.cut();
            closedTooEarly = isClosed();
            super.setTcpNoDelay(on);
        }
    }
}

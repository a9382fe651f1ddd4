package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CatchingUpTest {

    private final AtomicInteger caughtUp = new AtomicInteger();
    private int atHand;

    private int bytes() throws IOException {
        if (atHand < 0) {
            throw new SocketException("closed");
        }
        return atHand;
    }

    private final CatchingUp catchingUp = new CatchingUp(16, this::bytes, caughtUp::incrementAndGet);

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            catchingUp.beforeRead();
        }
    }

    @Test
    void whoWouldWaitHasCaughtUp() {
        read(3);
        assertThat(caughtUp).hasValue(3);
    }

    @Test
    void whoNeedNotWaitHasNotCaughtUpYet() {
        atHand = 1;
        read(16);
        assertThat(caughtUp).hasValue(0);

        atHand = 0;
        read(1);
        assertThat(caughtUp).hasValue(1);
    }

    @Test
    void howeverMuchThereIsItIsToldNowAndThen() {
        atHand = 1;
        read(17);
        assertThat(caughtUp).hasValue(1);
        read(17);
        assertThat(caughtUp).hasValue(2);
    }

    @Test
    void aSocketThatDoesNotSayHasNothing() {
        atHand = -1;
        read(1);
        assertThat(caughtUp).hasValue(1);
    }
}

package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class EventBytesTest {

    private final Buffer body = new Buffer();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger caughtUp = new AtomicInteger();
    private final EventBytes bytes =
            new EventBytes(body, 20, heard::incrementAndGet, new CatchingUp(16, () -> 0, caughtUp::incrementAndGet));

    @Test
    void aByteOrderMarkIsDroppedOnceAndOnlyAtTheBeginning() throws IOException {
        body.writeUtf8("\ufeff\ufeffx\ufeff");
        assertThat(bytes.readAllBytes()).asString(UTF_8).isEqualTo("\ufeffx\ufeff");
    }

    @Test
    void whatOnlyBeginsLikeAByteOrderMarkIsKept() throws IOException {
        body.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0x80});
        assertThat(bytes.readAllBytes()).containsExactly(0xef, 0xbb, 0x80);
    }

    @Test
    void anEmptyBodyIsNotHeard() throws IOException {
        assertThat(bytes.read()).isNegative();
        assertThat(heard).hasValue(0);
    }

    @Test
    void eachReadIsHeardOnceHoweverMuchItBrings() throws IOException {
        body.writeUtf8(":\n".repeat(50));
        assertThat(bytes.read(new byte[200])).isEqualTo(100);
        assertThat(heard).hasValue(1);
    }

    @Test
    void itHasCaughtUpBeforeItWaitsAndNotWhileThereIsMore() throws IOException {
        body.writeUtf8("data: 1\n\ndata: 2\n\n");
        assertThat(bytes.read(new byte[9])).isEqualTo(9);
        assertThat(bytes.read(new byte[9])).isEqualTo(9);
        assertThat(caughtUp).hasValue(0);

        assertThat(bytes.read(new byte[9])).isNegative();
        assertThat(caughtUp).hasValue(1);
    }

    @Test
    void whatCameBeforeAnOversizeEventIsStillRead() throws IOException {
        body.writeUtf8("data: 1\n\n" + "x".repeat(21));
        assertThat(bytes.read(new byte[200])).isEqualTo("data: 1\n\n".length() + 20);
        assertThatThrownBy(() -> bytes.read(new byte[200]))
                .isInstanceOf(FailureException.class)
                .extracting(thrown -> ((FailureException) thrown).failure())
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(Failure.Kind.TRANSIENT);
                    assertThat(failure.error())
                            .isInstanceOf(MonitorException.Malformed.class)
                            .hasMessageContaining("20 bytes");
                });
    }

    @Test
    void nothingIsReadBehindAnOversizeEvent() throws IOException {
        body.writeUtf8("x".repeat(20));
        assertThat(bytes.read(new byte[200])).isEqualTo(20);
        body.writeUtf8("x\n\ndata: 1\n\n");
        assertThatThrownBy(() -> bytes.read(new byte[200])).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> bytes.read(new byte[200])).isInstanceOf(FailureException.class);
    }
}

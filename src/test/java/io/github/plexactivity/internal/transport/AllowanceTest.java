package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.core.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Allowance allowance = new Allowance();
    private final InputStream socket = allowance.spentBy(new ByteArrayInputStream(new byte[4 * MEBIBYTE]));

    private int read(int length) throws IOException {
        return socket.read(new byte[length], 0, length);
    }

    @Test
    void aMebibyteOfNoUseIsTheEnd() throws IOException {
        assertThat(read(MEBIBYTE)).isEqualTo(MEBIBYTE);
        assertThatThrownBy(() -> read(1))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        thrown -> assertThat(thrown.failure().kind()).isEqualTo(Failure.Kind.TRANSIENT))
                .hasMessageContaining("more than 1048576 bytes that hold nothing");
    }

    @Test
    void theSocketIsClosedThen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream spending = allowance.spentBy(new ByteArrayInputStream(new byte[MEBIBYTE + 1]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        spending.read(new byte[MEBIBYTE], 0, MEBIBYTE);
        assertThat(closed).isFalse();
        assertThatThrownBy(() -> spending.read(new byte[1], 0, 1)).isInstanceOf(FailureException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void itMayComeAgainAfterSomethingOfUse() throws IOException {
        for (int i = 0; i < 4; i++) {
            assertThat(read(MEBIBYTE)).isEqualTo(MEBIBYTE);
            allowance.renew();
        }
        assertThat(read(1)).isEqualTo(-1);
    }

    @Test
    void eachSocketHasAsMuch() throws IOException {
        read(MEBIBYTE);
        InputStream other = allowance.spentBy(new ByteArrayInputStream(new byte[1]));
        assertThat(other.read(new byte[1], 0, 1)).isOne();
    }

    @Test
    void whatIsOfUseOnOneRenewsItForAll() throws IOException {
        InputStream other = allowance.spentBy(new ByteArrayInputStream(new byte[MEBIBYTE + 1]));
        other.read(new byte[MEBIBYTE], 0, MEBIBYTE);
        read(MEBIBYTE);
        allowance.renew();
        assertThat(other.read(new byte[1], 0, 1)).isOne();
        assertThat(read(MEBIBYTE)).isEqualTo(MEBIBYTE);
    }

    @Test
    void anEndSpendsNothing() throws IOException {
        InputStream ended = allowance.spentBy(InputStream.nullInputStream());
        read(MEBIBYTE);
        assertThat(ended.read(new byte[1], 0, 1)).isEqualTo(-1);
    }

    @Test
    void whoeverReadsABodyRenewsIt() throws IOException {
        read(MEBIBYTE);
        allowance.renewedBy(new ByteArrayInputStream(new byte[1])).read(new byte[1], 0, 1);
        assertThat(read(MEBIBYTE)).isEqualTo(MEBIBYTE);
    }
}

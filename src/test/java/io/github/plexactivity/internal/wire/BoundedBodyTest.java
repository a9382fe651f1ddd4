package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    private final BoundedBody body = new BoundedBody(new ByteArrayInputStream(new byte[BoundedBody.MOST + 1]));

    @Test
    void aBodyMayBeAsLongAsTheLimit() throws IOException {
        assertThat(body.readNBytes(BoundedBody.MOST)).hasSize(BoundedBody.MOST);
    }

    @Test
    void oneByteMoreRefusesIt() throws IOException {
        body.readNBytes(BoundedBody.MOST);

        assertThatThrownBy(body::read).isInstanceOf(MonitorException.Malformed.class);
    }

    @Test
    void bytesReadOneByOneCountAsWell() throws IOException {
        assertThat(body.read()).isZero();

        assertThatThrownBy(() -> body.readNBytes(BoundedBody.MOST)).isInstanceOf(MonitorException.Malformed.class);
    }

    @Test
    void theEndIsTheEnd() throws IOException {
        assertThat(new BoundedBody(new ByteArrayInputStream(new byte[0])).read())
                .isEqualTo(-1);
    }
}

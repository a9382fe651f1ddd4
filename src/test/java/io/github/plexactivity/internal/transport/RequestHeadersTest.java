package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.plexactivity.model.MonitorException;
import java.util.Iterator;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {

    @Test
    void everyRequestSaysWhoSendsIt() {
        Request request = new RequestHeaders("client-1", () -> "t0ken").on(request());
        assertThat(request.header("X-Plex-Token")).isEqualTo("t0ken");
        assertThat(request.header("X-Plex-Client-Identifier")).isEqualTo("client-1");
        assertThat(request.header("X-Plex-Product")).isEqualTo("plex-activity-monitor");
        assertThat(request.header("X-Plex-Version")).isNotEmpty();
        assertThat(request.header("X-Plex-Platform")).isEqualTo("Java");
    }

    @Test
    void withoutATokenThereIsNoTokenHeader() {
        Request request = new RequestHeaders("client-1", () -> null).on(request());
        assertThat(request.header("X-Plex-Token")).isNull();
    }

    @Test
    void theTokenIsAskedForAgainForEachRequest() {
        Iterator<String> tokens = List.of("first", "second").iterator();
        RequestHeaders headers = new RequestHeaders("client-1", tokens::next);
        assertThat(headers.on(request()).header("X-Plex-Token")).isEqualTo("first");
        assertThat(headers.on(request()).header("X-Plex-Token")).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret\r\nX-Evil: 1",
                "s3cret\n",
                "s3cret s3cret",
                "s3cret\u00e9",
                "s3cret\u0000",
                "s3cret\u007f"
            })
    void aTokenThatCannotBeAHeaderIsRefusedWithoutShowingIt(String token) {
        assertThatExceptionOfType(MonitorException.Refused.class)
                .isThrownBy(() -> new RequestHeaders("client-1", () -> token).on(request()))
                .withMessageContaining("X-Plex-Token")
                .withMessageNotContaining("s3cret")
                .withStackTraceContaining("visible ASCII")
                .satisfies(refused -> assertThat(refused.status()).isZero())
                .satisfies(refused -> assertThat(refused.getCause()).hasMessageNotContaining("s3cret"));
    }

    @Test
    void aClientIdentifierThatCannotBeAHeaderIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestHeaders("a\r\nb", () -> null));
    }

    @Test
    void theTextFormHoldsNoToken() {
        assertThat(new RequestHeaders("client-1", () -> "t0ken").toString())
                .contains("client-1")
                .doesNotContain("t0ken");
    }

    private static Request.Builder request() {
        return new Request.Builder().url("http://127.0.0.1/");
    }
}

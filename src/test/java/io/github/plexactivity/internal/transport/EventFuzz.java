package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.MonitorException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;

/** Whatever a stream of server-sent events holds: the same events however it is cut, none larger than it may be. */
public final class EventFuzz {

    private static final int MOST = 100;
    private static final MediaType EVENT_STREAM = MediaType.get("text/event-stream");

    private EventFuzz() {}

    /** Called by the fuzzer, and for every kept input. */
    public static void fuzzerTestOneInput(byte[] input) {
        assertReadAs(PlainEvents.of(input, MOST), input, MOST, input.length + 1);
        assertReadAs(PlainEvents.of(input, MOST), input, MOST, 1 + input.length % 7);
        byte[] more = WebSocketPeer.join(input, "\n\nevent: activity\ndata: {}\n\n".getBytes(UTF_8));
        PlainEvents all = PlainEvents.of(more, more.length);
        List<String> expected =
                new ArrayList<>(PlainEvents.of(more, more.length).frames());
        assertThat(expected.get(expected.size() - 1)).isEqualTo("activity|{}");
        assertReadAs(all, more, more.length, 8192);
    }

    private static void assertReadAs(PlainEvents expected, byte[] input, int most, int piece) {
        StreamRecording heard = InMemory.eventSource(most, answer(input, piece));
        assertThat(heard.frames()).isEqualTo(expected.frames());
        assertThat(heard.toldOfLoss()).isTrue();
        Class<?> error = expected.oversize()
                ? MonitorException.Malformed.class
                : isEmpty(input) ? MonitorException.Rejected.class : MonitorException.Disconnected.class;
        assertThat(heard.loss().error()).isInstanceOf(error).hasMessageNotContaining("\n");
        assertThat(heard.frames()).allMatch(frame -> frame.getBytes(UTF_8).length <= 3 * most);
    }

    private static boolean isEmpty(byte[] input) {
        return input.length == 0 || new String(input, UTF_8).equals("\uFEFF");
    }

    private static Interceptor answer(byte[] body, int piece) {
        BufferedSource source = Okio.buffer(Okio.source(InMemory.pieces(body, piece)));
        return chain -> new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(source, EVENT_STREAM, -1))
                .build();
    }
}

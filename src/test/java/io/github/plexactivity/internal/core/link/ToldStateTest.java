package io.github.plexactivity.internal.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the user, and the shell, are told of each state. */
class ToldStateTest {

    static Stream<Arguments> states() {
        return Stream.of(
                // state, what the user sees, transport in use, lives by snapshots, another stream beside
                arguments(LinkScene.idle(), ConnectionState.NEW, null, false, false),
                arguments(LinkScene.idle().start(), ConnectionState.CONNECTING, null, false, false),
                arguments(LinkScene.connecting(), ConnectionState.CONNECTING, null, false, false),
                arguments(streaming(), ConnectionState.CONNECTED, Transport.EVENT_SOURCE, false, false),
                arguments(streaming().silent(1), ConnectionState.CONNECTED, Transport.EVENT_SOURCE, false, true),
                arguments(
                        LinkScene.streamingWebSocket(), ConnectionState.CONNECTED, Transport.WEB_SOCKET, false, false),
                arguments(LinkScene.polling(), ConnectionState.CONNECTED, Transport.POLLING, true, false),
                arguments(LinkScene.polling().waits(), ConnectionState.CONNECTED, Transport.POLLING, true, false),
                arguments(LinkScene.waiting(), ConnectionState.WAITING, null, false, false),
                arguments(LinkScene.refused(), ConnectionState.REFUSED, null, false, false),
                arguments(streaming().close(), ConnectionState.CLOSED, null, false, false));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachStateTellsWhatItIs(
            LinkScene scene, ConnectionState state, @Nullable Transport used, boolean bySnapshots, boolean twofold) {
        Link link = scene.link();
        assertThat(link.state()).isEqualTo(state);
        assertThat(link.transport()).isEqualTo(Optional.ofNullable(used));
        assertThat(link.livesBySnapshots()).isEqualTo(bySnapshots);
        assertThat(link.isTwofold()).isEqualTo(twofold);
    }

    private static LinkScene streaming() {
        return LinkScene.streamingEventSource();
    }
}

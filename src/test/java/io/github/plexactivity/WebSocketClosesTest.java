package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.asked;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.Quick.untilAskedAgain;
import static io.github.plexactivity.Quick.untilConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.MonitorException.Rejected;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A WebSocket that the server closes, while activities run. */
@Timeout(60)
class WebSocketClosesTest {

    /** Not sent, but what a client calls an end without a close frame. */
    private static final int ABNORMAL = 1006;

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, ABNORMAL, 1008, 1011, 1012, 1013})
    void anyCloseIsFollowedByAnotherStreamAndEndsNothing(int code) throws Exception {
        try (ActivityMonitor monitor =
                Quick.monitor(server).transports(Transport.WEB_SOCKET).build()) {
            monitor.listen(listener);
            join(monitor.start());
            Activity job = server.begin("media.download", "Download");
            listener.await(SOON, told -> told.running().contains(job.uuid()));

            close(code);
            until(() -> monitor.statistics().reconnects() == 1);
            untilConnected(monitor, Transport.WEB_SOCKET);
            listener.await(SOON, told -> told.synchronizations() == 2);
            assertThat(listener.story(job.uuid())).as("no false end").hasSize(1);
            server.end(job.uuid());
            assertThat(listener.awaitEnd(job.uuid(), SOON).evidence()).isEqualTo(Evidence.FINAL_PROGRESS);
            listener.verify();
        }
    }

    private void close(int code) {
        if (code == ABNORMAL) {
            server.faults().drop(Transport.WEB_SOCKET, Cut.FIN);
        } else {
            server.faults().closeWebSockets(code, "bye");
        }
    }

    @Test
    void aViolatedPolicyIsToldAndNotTriedAgainWhileAnotherStreamWorks() throws Exception {
        try (ActivityMonitor monitor = Quick.monitor(server)
                .transports(Transport.WEB_SOCKET, Transport.EVENT_SOURCE)
                .build()) {
            monitor.listen(listener);
            join(monitor.start());
            server.faults().closeWebSockets(1008, "not you");
            untilConnected(monitor, Transport.EVENT_SOURCE);
            untilAskedAgain(server, Endpoint.LIST, 3);
            assertThat(asked(server, Endpoint.WEB_SOCKET)).isOne();
            assertThat(listener.connections())
                    .anyMatch(status -> status.lastError()
                            .filter(Rejected.class::isInstance)
                            .isPresent());
        }
    }
}

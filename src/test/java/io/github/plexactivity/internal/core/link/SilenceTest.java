package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.connecting;
import static io.github.plexactivity.internal.core.link.LinkScene.over;
import static io.github.plexactivity.internal.core.link.LinkScene.polling;
import static io.github.plexactivity.internal.core.link.LinkScene.streamingEventSource;
import static io.github.plexactivity.internal.core.link.LinkScene.streamingWebSocket;
import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static io.github.plexactivity.model.Transport.POLLING;
import static io.github.plexactivity.model.Transport.WEB_SOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.ConnectionState;
import org.junit.jupiter.api.Test;

/** Silence is death on an EventSource, which has a heartbeat, and legal on a WebSocket, which has none. */
class SilenceTest {

    @Test
    void aSilentEventSourceIsReplacedQuietlyMakeBeforeBreak() {
        LinkScene scene = streamingEventSource().passes(35).silent(1);
        scene.is("Streaming ES#1, REPLACEMENT ES#2").does("open ES#2");
        assertThat(scene.link().state()).isEqualTo(ConnectionState.CONNECTED);
        scene.opened(2).is("Streaming ES#2").does("hear ES#2, ask snapshot, drop #1");
        assertThat(scene.link().failures()).isZero();
    }

    @Test
    void aReplacementThatFailsIsAFailureAndTheOthersAreTried() {
        LinkScene scene = streamingEventSource().passes(35).silent(1).lost(2);
        scene.is("Connecting WS#3 then PO").does("open WS#3, drop #1");
        assertThat(scene.link().failures()).isEqualTo(1);
    }

    @Test
    void anEventSourceThatSpeaksAndFallsSilentIsReplacedForEver() {
        LinkScene scene = streamingEventSource();
        for (int stream = 1; stream < 10; stream++) {
            scene.passes(35).silent(stream).opened(stream + 1).heard(stream + 1);
        }
        scene.is("Streaming ES#10");
    }

    @Test
    void twoMuteEventSourcesInARowAreARejection() {
        LinkScene scene = connecting().opened(1).silent(1).is("Streaming ES#1, REPLACEMENT ES#2");
        scene.opened(2).silent(2).is("Connecting WS#3 then PO").does("open WS#3, drop #2");
        assertThat(scene.link().failures()).isEqualTo(1);
        assertThat(scene.link().lastError())
                .hasValueSatisfying(error -> assertThat(error).hasMessageContaining("brought no byte"));
        scene.opened(3).is("Streaming WS#3, due +300s");
    }

    @Test
    void aMuteEventSourceIsLeftForTheRecoveryUnderWay() {
        LinkScene scene =
                over(WEB_SOCKET, EVENT_SOURCE, POLLING).start().token().lost(1);
        scene.opened(2).silent(2).opened(3).waits().is("Streaming ES#3, RECOVERY WS#4");
        scene.silent(3).is("Connecting WS#4 then ES PO").does("drop #3");
    }

    @Test
    void afterThatTheCountBeginsAnew() {
        LinkScene scene =
                connecting().opened(1).silent(1).opened(2).silent(2).lost(3).opened(4);
        scene.is("Polling PO#4, due +1s").waits().opened(5).silent(5).is("Streaming ES#5, REPLACEMENT ES#6");
        scene.opened(6).silent(6).is("Connecting WS#7 then PO");
    }

    @Test
    void aByteBetweenThemClearsTheCount() {
        connecting()
                .opened(1)
                .silent(1)
                .opened(2)
                .heard(2)
                .silent(2)
                .opened(3)
                .silent(3)
                .is("Streaming ES#3, REPLACEMENT ES#4");
    }

    @Test
    void aMuteEventSourceThatIsTheOnlyTransportIsReplacedAgainAndAgain() {
        LinkScene scene = over(EVENT_SOURCE).start().token().opened(1);
        scene.silent(1).opened(2).silent(2).opened(3).silent(3).is("Streaming ES#3, REPLACEMENT ES#4");
    }

    @Test
    void aMuteEventSourceFoundByPollingIsARejectionToo() {
        polling().waits().opened(4).silent(4).opened(5).silent(5).is("Connecting WS#6 then PO");
    }

    @Test
    void aSilentWebSocketIsAskedForASignOfLife() {
        streamingWebSocket().silent(2).is("Streaming WS#2, due +300s").does("ping #2");
    }

    @Test
    void oneThatAnsweredBeforeIsDeadWhenItNoLongerDoes() {
        LinkScene scene = streamingWebSocket().ponged(2).silent(2).unanswered(2);
        scene.is("Streaming WS#2, REPLACEMENT WS#3, due +300s").does("open WS#3");
        scene.lost(3).is("Connecting ES#4 then PO").does("open ES#4, drop #2");
    }

    @Test
    void thatItAnswersIsRememberedOfTheServerAndNotOfTheStream() {
        LinkScene scene =
                streamingWebSocket().ponged(2).lost(2).opened(3).waits().lost(4).opened(5);
        scene.unanswered(5).is("Streaming WS#5, REPLACEMENT WS#6, due +300s");
    }

    @Test
    void oneThatNeverAnsweredIsProbedWithASnapshotAndReplacedAsAPrecaution() {
        LinkScene scene = streamingWebSocket().unanswered(2);
        scene.is("Streaming WS#2, PRECAUTION WS#3, due +300s").does("open WS#3, ask snapshot");
        scene.opened(3).is("Streaming WS#3, due +300s").does("hear WS#3, ask snapshot, drop #2");
    }

    @Test
    void aPrecautionThatFailsLeavesTheStreamInUse() {
        LinkScene scene = streamingWebSocket().unanswered(2).lost(3);
        scene.is("Streaming WS#2, due +300s").does("");
        assertThat(scene.link().failures()).isZero();
    }

    @Test
    void thatHappensAtMostOnceInTheTimeBetweenRecoveriesAndIsElseAProbeAlone() {
        LinkScene scene = streamingWebSocket().passes(200).unanswered(2).opened(3);
        scene.is("Streaming WS#3, due +100s").passes(100).due().lost(4);
        scene.passes(199.9).unanswered(3).is("Streaming WS#3, due +100.1s").does("ask snapshot");
        scene.passes(0.1)
                .unanswered(3)
                .is("Streaming WS#3, PRECAUTION WS#5, due +100s")
                .does("open WS#5, ask snapshot");
    }

    @Test
    void noPongOfAnotherStreamCounts() {
        streamingWebSocket().ponged(1).unanswered(2).is("Streaming WS#2, PRECAUTION WS#3, due +300s");
    }
}

package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.NOT_FOUND;
import static io.github.plexactivity.internal.core.link.LinkScene.over;
import static io.github.plexactivity.internal.core.link.LinkScene.streamingWebSocket;
import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static io.github.plexactivity.model.Transport.POLLING;
import static io.github.plexactivity.model.Transport.WEB_SOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Back to the preferred transport, make before break. */
class RecoveryTest {

    @Test
    void thePreferredTransportIsTriedBesideTheOneInUse() {
        streamingWebSocket()
                .is("Streaming WS#2, due +300s")
                .waits()
                .is("Streaming WS#2, RECOVERY ES#3")
                .does("open ES#3");
    }

    @Test
    void overAWorkingStreamEventSourceTakesOverAtItsFirstByte() {
        streamingWebSocket()
                .waits()
                .opened(3)
                .is("Streaming WS#2, RECOVERY ES#3 open")
                .does("")
                .heard(3)
                .is("Streaming ES#3")
                .does("hear ES#3, ask snapshot, drop #2");
    }

    @Test
    void overAWorkingStreamWebSocketTakesOverAtIts101() {
        over(WEB_SOCKET, EVENT_SOURCE)
                .start()
                .token()
                .lost(1)
                .opened(2)
                .heard(2)
                .waits()
                .is("Streaming ES#2, RECOVERY WS#3")
                .opened(3)
                .is("Streaming WS#3")
                .does("hear WS#3, ask snapshot, drop #2");
    }

    @Test
    void aTimerThatFiresEarlyTriesNothing() {
        streamingWebSocket().passes(299.9).due().does("").is("Streaming WS#2, due +0.1s");
    }

    @Test
    void theStreamInUseStaysWhileThePreferredOneHoldsBackItsBytes() {
        streamingWebSocket()
                .waits()
                .opened(3)
                .passes(35)
                .silent(3)
                .is("Streaming WS#2, due +300s")
                .does("drop #3");
    }

    @Test
    void aRecoveryThatFailsIsNoFailureOfTheConnection() {
        LinkScene scene = streamingWebSocket().waits().lost(3, NOT_FOUND);
        assertThat(scene.link().failures()).isZero();
        assertThat(scene.link().lastError()).isEmpty();
    }

    @Test
    void whereTheStreamInUseDiesTheOneBesideItIsGoneOnWith() {
        streamingWebSocket().waits().lost(2).is("Connecting ES#3 then WS PO").does("");
        streamingWebSocket().waits().opened(3).lost(2).is("Streaming ES#3").does("hear ES#3, ask snapshot");
    }

    @Test
    void aQuietReplacementDoesNotPutRecoveryOff() {
        streamingWebSocket()
                .passes(200)
                .unanswered(2)
                .opened(3)
                .is("Streaming WS#3, due +100s")
                .passes(50)
                .ponged(3)
                .unanswered(3)
                .opened(4)
                .is("Streaming WS#4, due +50s");
    }

    @Test
    void aRecoveryCutShortByAReplacementIsTriedAgain() {
        streamingWebSocket().waits().ponged(2).unanswered(2).opened(4).is("Streaming WS#4, due +300s");
    }

    @Test
    void aPrecautionDoesNotCutARecoveryShort() {
        LinkScene scene = streamingWebSocket().waits().unanswered(2);
        scene.is("Streaming WS#2, RECOVERY ES#3").does("ask snapshot");
        scene.lost(3)
                .unanswered(2)
                .is("Streaming WS#2, PRECAUTION WS#4, due +300s")
                .does("open WS#4, ask snapshot");
    }

    @Test
    void aRecoveryCutShortByAnEscapeIsTriedAgain() {
        streamingWebSocket()
                .zombie(2)
                .opened(3)
                .waits()
                .is("Streaming WS#3, RECOVERY ES#4")
                .zombie(3)
                .is("Streaming WS#3, ESCAPE ES#5")
                .does("drop #4, open ES#5")
                .lost(5)
                .is("Streaming WS#3, due +300s");
    }

    @Test
    void aPreferredTransportThatKeepsFlappingIsTriedLessAndLessOften() {
        LinkScene scene = streamingWebSocket();
        int stream = 2;
        for (int wait : new int[] {300, 300, 600, 1200, 2400, 2400}) {
            scene.is("Streaming WS#" + stream + ", due +" + wait + "s")
                    .waits()
                    .opened(stream + 1)
                    .heard(stream + 1)
                    .passes(5)
                    .lost(stream + 1)
                    .opened(stream + 2)
                    .heard(stream + 2);
            stream += 2;
        }
    }

    @Test
    void aPreferredTransportThatSettledIsForgivenItsFlapping() {
        LinkScene scene = streamingWebSocket();
        for (int stream = 2; stream < 8; stream += 2) {
            scene.waits().opened(stream + 1).heard(stream + 1).lost(stream + 1).opened(stream + 2);
        }
        scene.is("Streaming WS#8, due +1200s")
                .waits()
                .opened(9)
                .heard(9)
                .passes(30)
                .lost(9);
        scene.is("Waiting, due +1s").waits().lost(10).opened(11).is("Streaming WS#11, due +300s");
    }

    @Test
    void theWaitsOfOtherTransportsDoNotGrowWithTheirFlaps() {
        LinkScene scene = over(EVENT_SOURCE, WEB_SOCKET).start().token().lost(1);
        scene.opened(2)
                .lost(2)
                .waits()
                .lost(3)
                .opened(4)
                .lost(4)
                .waits()
                .lost(5)
                .opened(6);
        scene.is("Streaming WS#6, due +300s");
    }

    @Test
    void withoutAnotherStreamThereIsNothingToRecover() {
        over(WEB_SOCKET, POLLING).start().token().opened(1).is("Streaming WS#1");
    }
}

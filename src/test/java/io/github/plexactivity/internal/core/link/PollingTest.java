package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.connecting;
import static io.github.plexactivity.internal.core.link.LinkScene.over;
import static io.github.plexactivity.internal.core.link.LinkScene.polling;
import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static io.github.plexactivity.model.Transport.POLLING;
import static io.github.plexactivity.model.Transport.WEB_SOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.ConnectionState;
import org.junit.jupiter.api.Test;

/** Polling is a transport like the others, and the streams are tried again beside it. */
class PollingTest {

    @Test
    void whenBothStreamsFailCallbacksGoOnFromSnapshots() {
        LinkScene scene = polling().is("Polling PO#3, due +1s").does("hear PO#3");
        assertThat(scene.link().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(scene.link().livesBySnapshots()).isTrue();
    }

    @Test
    void theStreamsAreTriedBesideItWithTheBackoff() {
        LinkScene scene = polling();
        int next = 4;
        for (int wait : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            scene.is("Polling PO#3, due +" + wait + "s").waits().lost(next).lost(next + 1);
            next += 2;
        }
        assertThat(scene.opens())
                .startsWith("ES#1", "WS#2", "PO#3", "ES#4", "WS#5")
                .hasSize(17);
    }

    @Test
    void aStreamTakesOverWhenItIsOpenForThereIsNoneToLose() {
        polling().waits().opened(4).is("Streaming ES#4").does("hear ES#4, ask snapshot, drop #3");
        polling().waits().lost(4).opened(5).is("Streaming WS#5, due +300s").does("hear WS#5, ask snapshot, drop #3");
    }

    @Test
    void aStreamThatTookOverAndDiesYoungFallsToTheOthers() {
        polling().waits().opened(4).lost(4).is("Connecting WS#5 then PO");
        polling().waits().lost(4).opened(5).lost(5).is("Connecting PO#6");
    }

    @Test
    void resyncTriesTheStreamsAtOnce() {
        polling().resync().is("Polling PO#3, trying ES#4 then WS").resync().does("");
    }

    @Test
    void pollingAloneTriesNoStream() {
        over(POLLING)
                .start()
                .token()
                .opened(1)
                .is("Polling PO#1")
                .resync()
                .does("")
                .is("Polling PO#1");
    }

    @Test
    void whereNoStreamIsAskedForAnAnsweredPollMeansThatNothingIsWrong() {
        LinkScene alone = over(POLLING).start().token().lost(1).waits().opened(2);
        assertThat(alone.link().failures()).isZero();
        assertThat(alone.link().lastError()).isEmpty();
        assertThat(polling().link().lastError())
                .as("the streams' failures matter")
                .isPresent();
    }

    @Test
    void aPollThatFailsSoonWaitsForTheBackoffLikeAnyOther() {
        polling().passes(0.5).lost(3).is("Waiting, due +2s").does("");
    }

    @Test
    void aServerThatAnswersEveryOtherPollIsNotAskedMoreOftenThanTheBackoffAllows() {
        LinkScene scene = connecting();
        for (int generation = 1; generation < 30; generation += 3) {
            scene.lost(generation)
                    .lost(generation + 1)
                    .opened(generation + 2)
                    .lost(generation + 2)
                    .waits();
        }
        assertThat(scene.now()).isGreaterThan(200);
    }

    @Test
    void whenPollingFailsWhileAStreamIsTriedTheStreamIsWaitedFor() {
        polling()
                .waits()
                .lost(3)
                .is("Connecting ES#4 then WS PO")
                .does("")
                .opened(4)
                .is("Streaming ES#4");
    }

    @Test
    void aRoundUnderWayAsksNoStreamTwiceWhenPollingFails() {
        polling().waits().lost(4).lost(3).is("Connecting WS#5 then PO");
    }

    @Test
    void refusalsCountedBesidePollingCountOnWhenItIsLost() {
        polling()
                .waits()
                .refused(4)
                .refused(3)
                .refused(5)
                .refused(6)
                .is("Asking again")
                .does("ask token")
                .sameToken()
                .is("Refused, due +60s");
    }

    @Test
    void withOneStreamOnlyThatOneIsTried() {
        over(WEB_SOCKET, POLLING).start().token().lost(1).opened(2).waits().is("Polling PO#2, trying WS#3");
        over(EVENT_SOURCE, POLLING).start().token().lost(1).opened(2).waits().is("Polling PO#2, trying ES#3");
    }
}

package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.NOT_FOUND;
import static io.github.plexactivity.internal.core.link.LinkScene.connecting;
import static io.github.plexactivity.internal.core.link.LinkScene.over;
import static io.github.plexactivity.internal.core.link.LinkScene.streamingEventSource;
import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static io.github.plexactivity.model.Transport.POLLING;
import static io.github.plexactivity.model.Transport.WEB_SOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows when a stream breaks, and in which order transports are tried. */
class LossTest {

    @Test
    void aRoundAsksEachTransportOnceInTheOrderOfPreference() {
        assertThat(connecting().lost(1).lost(2, NOT_FOUND).lost(3).opens()).containsExactly("ES#1", "WS#2", "PO#3");
        assertThat(over(POLLING, WEB_SOCKET, EVENT_SOURCE)
                        .start()
                        .token()
                        .lost(1)
                        .lost(2)
                        .lost(3)
                        .opens())
                .containsExactly("PO#1", "WS#2", "ES#3");
    }

    @Test
    void aStreamThatDiesYoungFallsToTheNextTransportAtOnce() {
        streamingEventSource()
                .passes(29.9)
                .lost(1)
                .is("Connecting WS#2 then PO")
                .does("open WS#2");
    }

    @Test
    void aStreamThatWasSettledWaitsTheFirstBackoffAndBeginsWithThePreferred() {
        streamingEventSource().passes(30).lost(1).is("Waiting, due +1s").waits().is("Connecting ES#2 then WS PO");
    }

    @Test
    void whereTheLongestWaitIsShorterAStreamSettlesSooner() {
        LinkScene scene =
                over(EVENT_SOURCE, WEB_SOCKET).longestWait(10).start().token().opened(1);
        scene.passes(10).lost(1).is("Waiting, due +1s");
    }

    @Test
    void aRejectionInMidLifeFallsBackAtOnceHoweverLongItLived() {
        streamingEventSource().passes(3600).lost(1, NOT_FOUND).is("Connecting WS#2 then PO");
    }

    @Test
    void whenEveryStreamDiesYoungPollingIsNextAndTheBackoffGrows() {
        LinkScene scene = connecting().opened(1).lost(1).opened(2).lost(2).opened(3);
        scene.is("Polling PO#3, due +1s")
                .waits()
                .opened(4)
                .lost(4)
                .opened(5)
                .lost(5)
                .opened(6);
        scene.is("Polling PO#6, due +2s");
    }

    @ParameterizedTest
    @EnumSource
    void aTransportFixedByConfigurationIsNeverOverridden(Transport only) {
        LinkScene scene = over(only).start().token();
        for (int generation = 1; generation < 10; generation++) {
            scene.lost(generation, generation % 2 == 0 ? NOT_FOUND : LinkScene.RESET)
                    .waits();
        }
        assertThat(scene.opens())
                .hasSize(10)
                .allMatch(opened -> opened.startsWith(only.name().substring(0, 1)));
    }

    @Test
    void aFixedStreamThatIsMuteOrAZombieIsOnlyReplacedByItsOwnKind() {
        LinkScene scene = over(EVENT_SOURCE).start().token().opened(1);
        scene.silent(1)
                .opened(2)
                .silent(2)
                .opened(3)
                .silent(3)
                .opened(4)
                .zombie(4)
                .opened(5)
                .zombie(5);
        assertThat(scene.opens()).allMatch(opened -> opened.startsWith("ES"));
        scene.is("Streaming ES#5");
    }

    @Test
    void aConnectionThatLivedLetsTheBackoffStartSmallAgain() {
        LinkScene scene = connecting();
        failThreeTimes(scene, 1);
        scene.is("Waiting, due +1s").waits();
        failThreeTimes(scene, 4);
        scene.is("Waiting, due +2s")
                .waits()
                .opened(7)
                .heard(7)
                .passes(30)
                .lost(7)
                .is("Waiting, due +1s");
    }

    @Test
    void oneThatDiedYoungDoesNot() {
        LinkScene scene = connecting();
        failThreeTimes(scene, 1);
        scene.waits().opened(4).heard(4).passes(29).lost(4).lost(5).lost(6).is("Waiting, due +2s");
    }

    @Test
    void oneThatLivedAndWasReplacedLetsTheBackoffStartSmallAgain() {
        LinkScene scene = connecting();
        failThreeTimes(scene, 1);
        scene.waits().opened(4).heard(4).passes(3600).silent(4).opened(5).passes(5);
        scene.lost(5).lost(6).lost(7).is("Waiting, due +1s");
    }

    @Test
    void oneThatLivedAndCouldNotBeReplacedLetsTheBackoffStartSmallAgain() {
        LinkScene scene = connecting();
        failThreeTimes(scene, 1);
        scene.waits()
                .opened(4)
                .heard(4)
                .passes(3600)
                .silent(4)
                .lost(5)
                .lost(6)
                .lost(7)
                .is("Waiting, due +1s");
    }

    @Test
    void oneThatLivedWithoutAByteAndWasReplacedDoesNot() {
        LinkScene scene = connecting();
        failThreeTimes(scene, 1);
        scene.waits().opened(4).passes(35).silent(4).lost(5).lost(6).lost(7).is("Waiting, due +2s");
    }

    @Test
    void failuresAreCountedUntilAStreamWorksAgain() {
        LinkScene scene = connecting().lost(1).lost(2, NOT_FOUND);
        assertThat(scene.link().failures()).isEqualTo(2);
        assertThat(scene.link().lastError()).containsInstanceOf(MonitorException.Rejected.class);
        scene.opened(3).waits().lost(4);
        assertThat(scene.link().failures()).isEqualTo(3);
        assertThat(scene.link().lastError()).containsInstanceOf(MonitorException.Disconnected.class);
        scene.opened(5);
        assertThat(scene.link().failures()).isZero();
        assertThat(scene.link().lastError()).isEmpty();
    }

    private static void failThreeTimes(LinkScene scene, int from) {
        scene.lost(from).lost(from + 1).lost(from + 2);
    }
}

package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.over;
import static io.github.plexactivity.internal.core.link.LinkScene.streamingEventSource;
import static io.github.plexactivity.internal.core.link.LinkScene.streamingWebSocket;
import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static io.github.plexactivity.model.Transport.POLLING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A stream that beats but tells nothing is replaced, then left, and at last lived with. */
class ZombieTest {

    @Test
    void aZombieIsReplacedByItsOwnKind() {
        streamingEventSource().zombie(1).is("Streaming ES#1, REPLACEMENT ES#2").does("open ES#2");
    }

    @Test
    void whereItsReplacementIsOneTooTheNextTransportIsTriedBesideIt() {
        LinkScene scene = twiceZombie().is("Streaming ES#2, ESCAPE WS#3").does("open WS#3");
        scene.opened(3).is("Streaming WS#3, due +300s").does("hear WS#3, ask snapshot, drop #2");
        assertThat(scene.link().livesBySnapshots()).isFalse();
    }

    @Test
    void whereEveryTransportIsOneTheLinkStaysAndLivesBySnapshots() {
        LinkScene scene = twiceZombie().opened(3).zombie(3).opened(4).zombie(4);
        scene.is("Streaming WS#4, due +300s").does("ask snapshot");
        assertThat(scene.link().livesBySnapshots()).isTrue();
        scene.zombie(4).does("");
    }

    @Test
    void itStaysOnThePreferredStream() {
        LinkScene scene = twiceZombie().opened(3).zombie(3).opened(4).zombie(4).waits();
        scene.opened(5)
                .heard(5)
                .is("Streaming ES#5")
                .zombie(5)
                .is("Streaming ES#5")
                .does("");
        assertThat(scene.link().livesBySnapshots()).isTrue();
    }

    @Test
    void anEscapeThatFailsCountsAsNoWayOut() {
        LinkScene scene = twiceZombie().lost(3).is("Streaming ES#2").does("ask snapshot");
        assertThat(scene.link().livesBySnapshots()).isTrue();
    }

    @Test
    void theOnlyTransportIsReplacedOnceAndThenLivedWith() {
        LinkScene scene =
                over(EVENT_SOURCE, POLLING).start().token().opened(1).zombie(1).opened(2);
        assertThat(scene.link().livesBySnapshots()).isFalse();
        scene.zombie(2).is("Streaming ES#2").does("ask snapshot");
        assertThat(scene.link().livesBySnapshots()).isTrue();
    }

    @Test
    void anActivityProvesTheStreamAndSuspicionBeginsAnew() {
        LinkScene scene = twiceZombie().lost(3).proven(2);
        assertThat(scene.link().livesBySnapshots()).isFalse();
        scene.zombie(2).is("Streaming ES#2, REPLACEMENT ES#4");
        scene.opened(4).proven(4).zombie(4).is("Streaming ES#4, REPLACEMENT ES#5");
    }

    @Test
    void anActivityOfAnotherStreamProvesNothing() {
        LinkScene scene = twiceZombie().lost(3).proven(1);
        assertThat(scene.link().livesBySnapshots()).isTrue();
    }

    @Test
    void thePreferredTransportIsTriedLessOftenTheMoreOftenItProvedAZombie() {
        LinkScene scene = streamingEventSource();
        int stream = 1;
        for (int wait : new int[] {300, 600, 1200, 2400, 2400}) {
            scene.passes(120)
                    .zombie(stream)
                    .opened(stream + 1)
                    .passes(120)
                    .zombie(stream + 1)
                    .opened(stream + 2);
            scene.heard(stream + 2).proven(stream + 2);
            scene.is("Streaming WS#" + (stream + 2) + ", due +" + wait + "s");
            scene.waits().opened(stream + 3).heard(stream + 3);
            stream += 3;
        }
    }

    @Test
    void aZombieIsMoreUrgentThanARecovery() {
        streamingWebSocket()
                .waits()
                .zombie(2)
                .is("Streaming WS#2, REPLACEMENT WS#4")
                .does("drop #3, open WS#4");
    }

    private static LinkScene twiceZombie() {
        return streamingEventSource().zombie(1).opened(2).zombie(2);
    }
}

package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.connecting;
import static io.github.plexactivity.internal.core.link.LinkScene.idle;
import static io.github.plexactivity.internal.core.link.LinkScene.over;
import static io.github.plexactivity.internal.core.link.LinkScene.refused;
import static io.github.plexactivity.model.Transport.EVENT_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import org.junit.jupiter.api.Test;

/** What follows when the server does not let the token in. */
class TokenTest {

    @Test
    void theTokenIsAskedForBeforeTheFirstRequest() {
        idle().start().is("Asking").does("ask token").token().is("Connecting ES#1 then WS PO");
    }

    @Test
    void aRefusalEverywhereAsksForAnotherTokenOnce() {
        LinkScene scene =
                connecting().refused(1).refused(2).refused(3).is("Asking again").does("ask token");
        scene.token().refused(4).refused(5).refused(6).is("Refused, due +60s").does("");
        assertThat(scene.opens()).hasSize(6);
        assertThat(scene.link().state()).isEqualTo(ConnectionState.REFUSED);
        assertThat(scene.link().lastError()).containsInstanceOf(MonitorException.Refused.class);
    }

    @Test
    void anUnchangedTokenIsNotTriedAgain() {
        LinkScene scene =
                connecting().refused(1).refused(2).refused(3).sameToken().is("Refused, due +60s");
        assertThat(scene.opens()).hasSize(3);
    }

    @Test
    void aSupplierThatFailsThenLeavesTheRefusal() {
        connecting().refused(1).refused(2).refused(3).tokenless().is("Refused, due +60s");
    }

    @Test
    void withoutATokenNothingIsAsked() {
        LinkScene scene = idle().start().tokenless().is("Refused, due +60s").does("");
        assertThat(scene.opens()).isEmpty();
        assertThat(scene.link().lastError())
                .hasValueSatisfying(error -> assertThat(error).hasMessage("no token"));
        scene.waits().is("Asking").does("ask token").token().is("Connecting ES#1 then WS PO");
    }

    @Test
    void oneTransportThatLetsItInIsEnough() {
        connecting().refused(1).refused(2).opened(3).is("Polling PO#3, due +1s");
        connecting().refused(1).opened(2).is("Streaming WS#2, due +300s");
    }

    @Test
    void aRefusalAmongOtherFailuresAsksForATokenAndThenWaits() {
        connecting().lost(1).refused(2).lost(3).is("Asking again").sameToken().is("Waiting, due +1s");
    }

    @Test
    void failuresWithoutARefusalAskForNone() {
        connecting().lost(1).lost(2).lost(3).is("Waiting, due +1s");
    }

    @Test
    void aRefusedLinkTriesAgainEveryMinuteWithWhateverTokenThereIs() {
        refused()
                .waits()
                .is("Asking")
                .sameToken()
                .is("Connecting ES#4 then WS PO")
                .opened(4)
                .is("Streaming ES#4");
    }

    @Test
    void resyncDoesNotWaitForTheMinute() {
        refused().passes(5).resync().is("Asking").does("ask token");
    }

    @Test
    void anHourOfRefusalsCostsABoundedNumberOfRequests() {
        LinkScene scene = refused();
        int generation = 4;
        while (scene.now() < 3600) {
            scene.waits()
                    .sameToken()
                    .refused(generation)
                    .refused(generation + 1)
                    .refused(generation + 2)
                    .sameToken();
            generation += 3;
        }
        assertThat(scene.opens()).hasSize(3 + 60 * 3);
    }

    @Test
    void aFixedTransportIsRefusedAlone() {
        over(EVENT_SOURCE).start().token().refused(1).sameToken().is("Refused, due +60s");
    }
}

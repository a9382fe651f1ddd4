package io.github.plexactivity.internal.core.link;

import static io.github.plexactivity.internal.core.link.LinkScene.connecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the server asks to be left alone binds, within reason. */
class RetryAfterTest {

    @Test
    void oneStreamsRetryAfterBindsTheOtherButNotPolling() {
        connecting().lost(1, busy("PT30S")).is("Connecting PO#2").does("open PO#2");
    }

    @Test
    void whilePollingTheStreamsWaitUntilTheyMayBeAskedAgain() {
        connecting()
                .lost(1, busy("PT30S"))
                .opened(2)
                .is("Polling PO#2, due +30s")
                .waits()
                .is("Polling PO#2, trying ES#3 then WS");
    }

    @Test
    void aPollsRetryAfterBindsEverything() {
        connecting()
                .lost(1)
                .lost(2)
                .lost(3, busy("PT30S"))
                .is("Waiting, due +30s")
                .waits()
                .is("Connecting ES#4 then WS PO");
    }

    @Test
    void whenOnlyTheStreamsAreBoundPollingIsTriedAlone() {
        connecting()
                .lost(1, busy("PT30S"))
                .lost(2)
                .is("Waiting, due +1s")
                .waits()
                .is("Connecting PO#3");
    }

    @ParameterizedTest(name = "{0} is a wait of {1} s")
    @CsvSource({
        "PT299S, 299",
        "PT5M, 300",
        "PT301S, 300",
        "PT99999999H, 300",
        "PT0S, 1",
        "PT-1S, 1",
        "PT-99999999H, 1",
    })
    void itIsCappedAtFiveMinutesAndNeverHurries(String asked, int seconds) {
        LinkScene.over(Transport.EVENT_SOURCE)
                .start()
                .token()
                .lost(1, busy(asked))
                .is("Waiting, due +" + seconds + "s");
    }

    @Test
    void aLaterShorterOneDoesNotCutAnEarlierLongerOneShort() {
        connecting()
                .lost(1, busy("PT100S"))
                .lost(2, busy("PT10S"))
                .is("Waiting, due +10s")
                .waits()
                .opened(3)
                .is("Polling PO#3, due +90s");
    }

    @Test
    void resyncDoesNotGetAroundIt() {
        connecting()
                .lost(1)
                .lost(2)
                .lost(3, busy("PT30S"))
                .passes(10)
                .resync()
                .is("Waiting, due +20s")
                .does("");
    }

    @Test
    void resyncDoesNotGetAroundItWhilePollingNorDoesItLengthenTheBackoff() {
        LinkScene scene = connecting().lost(1, busy("PT30S")).opened(2).passes(10);
        for (int i = 0; i < 9; i++) {
            scene.resync().is("Polling PO#2, due +20s").does("");
        }
        scene.waits().lost(3).lost(4).is("Polling PO#2, due +2s");
    }

    @Test
    void resyncDoesNotLengthenTheBackoffWhileNothingMayBeTried() {
        LinkScene scene = connecting().lost(1).lost(2).lost(3, busy("PT30S"));
        for (int i = 0; i < 9; i++) {
            scene.resync();
        }
        scene.waits().lost(4).lost(5).lost(6).is("Waiting, due +2s");
        assertThat(scene.opens()).hasSize(6);
    }

    @Test
    void aRecoveryThatIsAskedToWaitBindsBothStreams() {
        LinkScene.streamingWebSocket()
                .waits()
                .lost(3, busy("PT100S"))
                .is("Streaming WS#2, due +300s")
                .lost(2)
                .is("Waiting, due +1s")
                .waits()
                .is("Connecting PO#4");
    }

    @Test
    void aRecoveryThatIsStillBarredWhenItIsDueComesLater() {
        LinkScene.over(Transport.EVENT_SOURCE, Transport.WEB_SOCKET)
                .recoverEvery(60)
                .start()
                .token()
                .lost(1)
                .opened(2)
                .waits()
                .lost(3, busy("PT100S"))
                .waits()
                .is("Streaming WS#2, due +60s")
                .does("")
                .waits()
                .is("Streaming WS#2, RECOVERY ES#4");
    }

    @Test
    void anotherTokenDoesNotGetAroundItAndIsNotRefusedForIt() {
        Failure noEntryForNow = Failure.ofStatus("GET /", 401, Optional.of(Duration.ofSeconds(30)));
        connecting()
                .refused(1)
                .refused(2)
                .lost(3, noEntryForNow)
                .token()
                .is("Waiting, due +30s")
                .waits()
                .is("Connecting ES#4 then WS PO");
    }

    private static Failure busy(String retryAfter) {
        return Failure.ofStatus("GET /", 503, Optional.of(Duration.parse(retryAfter)));
    }
}

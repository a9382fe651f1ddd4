package io.github.plexactivity.internal.core.link;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every signal while another stream is opened beside the one in use. */
class StreamingBesideTest {

    @TestFactory
    Stream<DynamicTest> recoveryThatIsNotOpenYet() {
        return SignalTable.in(() -> LinkScene.streamingWebSocket().waits())
                .own(2)
                .beside(3)
                .holds("""
            opened beside                              | Streaming WS#2, RECOVERY ES#3 open
            lost beside, rejected beside               | Streaming WS#2, due +300s
            refused beside                             | Streaming WS#2, due +300s
            silent beside                              | Streaming WS#2, due +300s | drop #3
            heard beside, unanswered beside            | stays
            ponged beside, zombie beside, proven beside | stays
            lost own, rejected own, refused own        | Connecting ES#3 then WS PO
            silent own                                 | stays | ping #2
            unanswered own                             | stays | ask snapshot
            zombie own                                 | Streaming WS#2, REPLACEMENT WS#4 | drop #3, open WS#4
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming WS#2, RECOVERY ES#3
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> recoveryThatIsOpenAndBroughtNoByte() {
        return SignalTable.in(() -> LinkScene.streamingWebSocket().waits().opened(3))
                .own(2)
                .beside(3)
                .holds("""
            heard beside                               | Streaming ES#3 | hear ES#3, ask snapshot, drop #2
            lost beside, rejected beside               | Streaming WS#2, due +300s
            refused beside                             | Streaming WS#2, due +300s
            silent beside                              | Streaming WS#2, due +300s | drop #3
            opened beside, unanswered beside           | stays
            ponged beside, zombie beside, proven beside | stays
            lost own, rejected own, refused own        | Streaming ES#3 | hear ES#3, ask snapshot
            silent own                                 | stays | ping #2
            unanswered own                             | stays | ask snapshot
            zombie own                                 | Streaming WS#2, REPLACEMENT WS#4 | drop #3, open WS#4
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming WS#2, RECOVERY ES#3 open
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> replacementOfASilentEventSource() {
        return SignalTable.in(() -> LinkScene.streamingEventSource().passes(35).silent(1))
                .own(1)
                .beside(2)
                .holds("""
            opened beside                              | Streaming ES#2 | hear ES#2, ask snapshot, drop #1
            lost beside, rejected beside               | Connecting WS#3 then PO | open WS#3, drop #1
            refused beside                             | Connecting WS#3 then PO | open WS#3, drop #1
            silent beside                              | Connecting WS#3 then PO | drop #2, open WS#3, drop #1
            heard beside, unanswered beside            | stays
            ponged beside, zombie beside, proven beside | stays
            lost own, rejected own, refused own        | Connecting ES#2 then WS PO
            silent own, unanswered own, zombie own     | stays
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming ES#1, REPLACEMENT ES#2
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> precautionForASilentWebSocket() {
        return SignalTable.in(() -> LinkScene.streamingWebSocket().passes(40).unanswered(2))
                .own(2)
                .beside(3)
                .holds("""
            opened beside                              | Streaming WS#3, due +260s | hear WS#3, ask snapshot, drop #2
            lost beside, rejected beside               | Streaming WS#2, due +260s
            refused beside                             | Streaming WS#2, due +260s
            silent beside                              | Streaming WS#2, due +260s | drop #3
            heard beside, unanswered beside            | stays
            ponged beside, zombie beside, proven beside | stays
            lost own, rejected own, refused own        | Connecting WS#3 then ES PO
            silent own, unanswered own, zombie own     | stays
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming WS#2, PRECAUTION WS#3, due +260s
            all foreign                                | stays
            due                                        | Streaming WS#2, PRECAUTION WS#3, due +300s
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> escapeFromAZombie() {
        return SignalTable.in(StreamingBesideTest::escaping).own(2).beside(3).holds("""
            opened beside                              | Streaming WS#3, due +300s | hear WS#3, ask snapshot, drop #2
            lost beside, rejected beside               | Streaming ES#2 | ask snapshot
            refused beside                             | Streaming ES#2 | ask snapshot
            silent beside                              | Streaming ES#2 | drop #3, ask snapshot
            heard beside, unanswered beside            | stays
            ponged beside, zombie beside, proven beside | stays
            lost own, rejected own, refused own        | Connecting WS#3 then ES PO
            silent own, unanswered own, zombie own     | stays
            opened own, heard own                      | stays
            proven own, ponged own                     | Streaming ES#2, ESCAPE WS#3
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    private static LinkScene escaping() {
        return LinkScene.streamingEventSource()
                .passes(180)
                .zombie(1)
                .opened(2)
                .heard(2)
                .passes(180)
                .zombie(2)
                .is("Streaming ES#2, ESCAPE WS#3")
                .does("open WS#3");
    }
}

package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every signal while only polling works. */
class PollingStatesTest {

    @TestFactory
    Stream<DynamicTest> alone() {
        return SignalTable.in(LinkScene::polling).own(3).holds("""
            due, resync                                | Polling PO#3, trying ES#4 then WS | open ES#4
            lost own, rejected own, refused own        | Waiting, due +2s
            opened own, heard own, silent own          | stays
            unanswered own, ponged own                 | stays
            zombie own, proven own                     | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> aloneForHalfAMinute() {
        return SignalTable.in(
                        () -> LinkScene.polling().passes(30).resync().lost(4).lost(5))
                .own(3)
                .holds("""
            due, resync                                | Polling PO#3, trying ES#6 then WS | open ES#6
            lost own, rejected own, refused own        | Connecting ES#6 then WS PO | open ES#6
            opened own, heard own, silent own          | stays
            unanswered own, ponged own                 | stays
            zombie own, proven own                     | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> tryingTheFirstStream() {
        return SignalTable.in(() -> LinkScene.polling().due()).own(3).beside(4).holds("""
            opened beside                              | Streaming ES#4 | hear ES#4, ask snapshot, drop #3
            lost beside, rejected beside               | Polling PO#3, trying WS#5 | open WS#5
            refused beside                             | Polling PO#3, trying WS#5 | open WS#5
            lost own, rejected own, refused own        | Connecting ES#4 then WS PO
            opened own, heard own, silent own          | stays
            unanswered own, ponged own                 | stays
            zombie own, proven own                     | stays
            heard beside, silent beside                | stays
            unanswered beside, ponged beside           | stays
            zombie beside, proven beside               | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            due, resync                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> tryingTheLastStream() {
        return SignalTable.in(() -> LinkScene.polling().due().lost(4))
                .own(3)
                .beside(5)
                .holds("""
            opened beside                              | Streaming WS#5, due +300s | hear WS#5, ask snapshot, drop #3
            lost beside, rejected beside               | Polling PO#3, due +2s
            refused beside                             | Polling PO#3, due +2s
            lost own, rejected own, refused own        | Connecting WS#5 then PO
            opened own, heard own, silent own          | stays
            unanswered own, ponged own                 | stays
            zombie own, proven own                     | stays
            heard beside, silent beside                | stays
            unanswered beside, ponged beside           | stays
            zombie beside, proven beside               | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            due, resync                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> fixedByConfiguration() {
        return SignalTable.in(
                        () -> LinkScene.over(Transport.POLLING).start().token().opened(1))
                .own(1)
                .holds("""
            lost own, rejected own, refused own        | Waiting, due +2s
            opened own, heard own, silent own          | stays
            unanswered own, ponged own                 | stays
            zombie own, proven own                     | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            due, resync                                | stays
            close                                      | Closed
            """);
    }
}

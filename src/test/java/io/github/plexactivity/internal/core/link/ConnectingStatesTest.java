package io.github.plexactivity.internal.core.link;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every signal while a connection is opened and none is in use. */
class ConnectingStatesTest {

    @TestFactory
    Stream<DynamicTest> aStreamAndOthersAreLeft() {
        return SignalTable.in(LinkScene::connecting).own(1).holds("""
            opened own                                 | Streaming ES#1 | hear ES#1, ask snapshot
            lost own, rejected own, refused own        | Connecting WS#2 then PO | open WS#2
            heard own, silent own, unanswered own      | stays
            ponged own, zombie own, proven own         | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            due, resync                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> theLastOfTheRound() {
        return SignalTable.in(() -> LinkScene.connecting().lost(1).lost(2))
                .own(3)
                .holds("""
            opened own                                 | Polling PO#3, due +1s | hear PO#3
            lost own, rejected own                     | Waiting, due +1s
            refused own                                | Asking again | ask token
            heard own, silent own, unanswered own      | stays
            ponged own, zombie own, proven own         | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            due, resync                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> theLastOfARoundWithAnotherToken() {
        return SignalTable.in(() -> LinkScene.connecting()
                        .refused(1)
                        .refused(2)
                        .refused(3)
                        .token()
                        .refused(4)
                        .refused(5))
                .own(6)
                .holds("""
            opened own                                 | Polling PO#6, due +1s | hear PO#6
            lost own, rejected own                     | Waiting, due +1s
            refused own                                | Refused, due +60s
            heard own, silent own, unanswered own      | stays
            ponged own, zombie own, proven own         | stays
            all foreign                                | stays
            start, new token, same token, tokenless    | stays
            due, resync                                | stays
            close                                      | Closed
            """);
    }
}

package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every signal while one stream is in use and no other is there. */
class StreamingStatesTest {

    @TestFactory
    Stream<DynamicTest> eventSourceThatIsYoung() {
        return SignalTable.in(LinkScene::streamingEventSource).own(1).holds("""
            lost own, rejected own, refused own        | Connecting WS#2 then PO | open WS#2
            silent own                                 | Streaming ES#1, REPLACEMENT ES#2 | open ES#2
            unanswered own                             | Streaming ES#1, PRECAUTION ES#2 | open ES#2, ask snapshot
            zombie own                                 | Streaming ES#1, REPLACEMENT ES#2 | open ES#2
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming ES#1
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> eventSourceThatIsSettled() {
        return SignalTable.in(() -> LinkScene.streamingEventSource().passes(30))
                .own(1)
                .holds("""
            lost own                                   | Waiting, due +1s
            rejected own, refused own                  | Connecting WS#2 then PO | open WS#2
            silent own                                 | Streaming ES#1, REPLACEMENT ES#2 | open ES#2
            unanswered own                             | Streaming ES#1, PRECAUTION ES#2 | open ES#2, ask snapshot
            zombie own                                 | Streaming ES#1, REPLACEMENT ES#2 | open ES#2
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming ES#1
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> webSocketInsteadOfEventSource() {
        return SignalTable.in(LinkScene::streamingWebSocket).own(2).holds("""
            lost own, rejected own, refused own        | Connecting PO#3 | open PO#3
            silent own                                 | stays | ping #2
            unanswered own                             | Streaming WS#2, PRECAUTION WS#3, due +300s | open WS#3, ask snapshot
            zombie own                                 | Streaming WS#2, REPLACEMENT WS#3, due +300s | open WS#3
            opened own, heard own, proven own          | stays
            ponged own                                 | Streaming WS#2, due +300s
            all foreign                                | stays
            due                                        | Streaming WS#2, RECOVERY ES#3 | open ES#3
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> webSocketThatAnswersPings() {
        return SignalTable.in(() -> LinkScene.streamingWebSocket().ponged(2))
                .own(2)
                .holds("""
            lost own, rejected own, refused own        | Connecting PO#3 | open PO#3
            silent own                                 | stays | ping #2
            unanswered own                             | Streaming WS#2, REPLACEMENT WS#3, due +300s | open WS#3
            zombie own                                 | Streaming WS#2, REPLACEMENT WS#3, due +300s | open WS#3
            opened own, heard own, proven own          | stays
            ponged own                                 | stays
            all foreign                                | stays
            due                                        | Streaming WS#2, RECOVERY ES#3 | open ES#3
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> fixedByConfiguration() {
        return SignalTable.in(() ->
                        LinkScene.over(Transport.EVENT_SOURCE).start().token().opened(1))
                .own(1)
                .holds("""
            lost own, rejected own, refused own        | Waiting, due +1s
            silent own                                 | Streaming ES#1, REPLACEMENT ES#2 | open ES#2
            unanswered own                             | Streaming ES#1, PRECAUTION ES#2 | open ES#2, ask snapshot
            zombie own                                 | Streaming ES#1, REPLACEMENT ES#2 | open ES#2
            opened own, proven own                     | stays
            heard own, ponged own                      | Streaming ES#1
            all foreign                                | stays
            due                                        | stays
            start, new token, same token, tokenless    | stays
            resync                                     | stays
            close                                      | Closed
            """);
    }
}

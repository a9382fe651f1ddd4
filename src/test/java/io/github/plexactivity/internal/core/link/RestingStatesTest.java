package io.github.plexactivity.internal.core.link;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every signal in the states that have no connection. */
class RestingStatesTest {

    @TestFactory
    Stream<DynamicTest> idle() {
        return SignalTable.in(LinkScene::idle).holds("""
            start                                      | Asking | ask token
            new token, same token, tokenless           | stays
            due, resync                                | stays
            all foreign                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> askingForTheFirstToken() {
        return SignalTable.in(() -> LinkScene.idle().start()).holds("""
            new token, same token                      | Connecting ES#1 then WS PO | open ES#1
            tokenless                                  | Refused, due +60s
            start, due, resync                         | stays
            all foreign                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> askingAfterARefusalEverywhere() {
        return SignalTable.in(() -> LinkScene.connecting().refused(1).refused(2).refused(3))
                .holds("""
            new token                                  | Connecting ES#4 then WS PO | open ES#4
            same token, tokenless                      | Refused, due +60s
            start, due, resync                         | stays
            all foreign                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> askingAfterARefusalAmongFailures() {
        return SignalTable.in(() -> LinkScene.connecting().lost(1).refused(2).lost(3))
                .holds("""
            new token                                  | Connecting ES#4 then WS PO | open ES#4
            same token, tokenless                      | Waiting, due +1s
            start, due, resync                         | stays
            all foreign                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> waiting() {
        return SignalTable.in(LinkScene::waiting).holds("""
            due, resync                                | Connecting ES#4 then WS PO | open ES#4
            start, new token, same token, tokenless    | stays
            all foreign                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> refused() {
        return SignalTable.in(LinkScene::refused).holds("""
            due, resync                                | Asking | ask token
            start, new token, same token, tokenless    | stays
            all foreign                                | stays
            close                                      | Closed
            """);
    }

    @TestFactory
    Stream<DynamicTest> closed() {
        return SignalTable.in(() -> LinkScene.streamingEventSource().close()).holds("""
            start, due, resync, close                  | stays
            new token, same token, tokenless           | stays
            all foreign                                | stays
            """);
    }
}

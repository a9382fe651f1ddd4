package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that a server may well send, though it should not. */
@Timeout(60)
class OddContentTest {

    private static final String FORGED = "FORGED";

    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void whereTheUuidsDifferTheOuterOneNamesTheOnlyEntryAndTheMismatchIsCounted(Transport transport) throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server)
                        .transports(transport)
                        .resyncEvery(Quick.NEVER)
                        .build()) {
            monitor.listen(listener);
            join(monitor.start());
            for (String event : new String[] {"started", "updated"}) {
                server.faults().sendText(transport, "activity", notification(event, "outer", "inner", "Odd"));
            }
            listener.await(SOON, told -> told.running().contains("outer"));
            until(() -> monitor.statistics().mismatched() == 2);
            assertThat(monitor.activities()).containsOnlyKeys("outer");
            server.faults().sendText(transport, "activity", notification("ended", "outer", "inner", "Odd"));
            listener.awaitEnd("outer", SOON);
            assertThat(monitor.activities()).isEmpty();
            assertThat(listener.changes()).hasSize(2);
            listener.verify();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/event-stream; charset=iso-8859-1", "text/event-stream;charset=utf-16", "text/event-stream"
            })
    void aStreamIsReadAsUtf8WhateverItSaysInEitherEnvelope(String type) throws Exception {
        String bare = notification("started", "a", "a", "Ärger 東京 𝄞");
        String contained = "{\"NotificationContainer\":{" + bare.substring(1).replace("a\"", "b\"") + "}";
        try (RawServer server = RawServer.start(connection -> answer(connection, type, bare, contained));
                ActivityMonitor monitor = Quick.monitor(server.uri())
                        .transports(Transport.EVENT_SOURCE)
                        .resyncEvery(Quick.NEVER)
                        .build()) {
            monitor.listen(listener);
            monitor.start();
            listener.await(SOON, told -> told.running().size() == 2);
            assertThat(monitor.activities()).containsOnlyKeys("a", "b");
            assertThat(monitor.activities().values())
                    .allMatch(activity -> activity.title().equals("Ärger 東京 𝄞"));
        }
    }

    private static void answer(RawServer.Connection connection, String type, String... data)
            throws IOException, InterruptedException {
        if (connection.head().startsWith("GET /:/")) {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n");
            for (String each : data) {
                connection.send("event: activity\ndata: " + each + "\n\n");
            }
        }
        connection.stall();
    }

    @Test
    void nothingAServerSaysBeginsALineOfTheLog() throws Exception {
        String odd = "x\n" + FORGED + "\r" + FORGED + "\u2028" + FORGED;
        try (CapturedLog log = new CapturedLog();
                FakePlexServer server = FakePlexServer.start();
                ActivityMonitor monitor = Quick.monitor(server).build()) {
            monitor.listen(listener);
            monitor.listen(new Thrower());
            join(monitor.start());
            server.started(odd(odd));
            server.faults().sendText(Transport.EVENT_SOURCE, "activity", odd);
            server.faults().sendText(Transport.EVENT_SOURCE, odd, "{\"" + odd);
            listener.await(SOON, told -> !told.running().isEmpty());
            until(() -> monitor.statistics().listenerErrors() > 0
                    && monitor.statistics().malformed() > 0);
            server.faults().refuse(Endpoint.EVENT_SOURCE, 503, "Retry-After", "1");
            server.faults().closeWebSockets(1008, odd);
            server.faults().stop();
            until(() -> monitor.status().failures() > 4);
            assertThat(log.text()).isNotEmpty();
            assertThat(log.text().split("\\R")).noneMatch(line -> line.startsWith(FORGED));
        }
    }

    /** Throws, and repeats nothing of what it was told: what a listener says is its own affair. */
    private static final class Thrower implements ActivityListener {
        @Override
        public void onStarted(Activity activity) {
            throw new IllegalStateException("mine");
        }
    }

    private static Activity odd(String text) {
        return new Activity(
                text, text, text, text, OptionalDouble.of(1), true, OptionalLong.empty(), Map.of(), Map.of());
    }

    private static String notification(String event, String outer, String inner, String title) {
        return "{\"ActivityNotification\":{\"event\":\"" + event + "\",\"uuid\":\"" + outer
                + "\",\"Activity\":{\"uuid\":\"" + inner + "\",\"type\":\"media.download\",\"title\":\"" + title
                + "\",\"progress\":100}}}";
    }
}

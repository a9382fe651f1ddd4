package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePlexServerStreamsTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Activity SCAN = new Activity(
            "a1",
            "library.update.section",
            "Scanning \"Films\"",
            "",
            OptionalDouble.of(0),
            false,
            OptionalLong.of(1),
            Map.of("librarySectionID", "7"),
            Map.of());
    private static final String ENTRY = "{\"event\":\"started\",\"uuid\":\"a1\",\"Activity\":{\"uuid\":\"a1\","
            + "\"type\":\"library.update.section\",\"cancellable\":false,\"userID\":1,"
            + "\"title\":\"Scanning \\\"Films\\\"\",\"subtitle\":\"\",\"progress\":0,"
            + "\"Context\":{\"librarySectionID\":\"7\"}}}";

    private final OkHttpClient client = new OkHttpClient();
    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void close() {
        server.close();
        client.dispatcher().executorService().shutdown();
    }

    @Test
    void anEventHoldsOneObjectAndIsNamed() throws Exception {
        try (EventSourceReader reader = new EventSourceReader(client, server.uri(), "?filters=activity")) {
            server.started(SCAN);

            assertThat(reader.response().header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(reader.next()).isEqualTo("event: activity|data: {\"ActivityNotification\":" + ENTRY + "}");
        }
    }

    @Test
    void aTextFrameHoldsAContainerWithAnArray() throws Exception {
        try (WebSocketReader reader = new WebSocketReader(client, server.uri(), "?filters=activity")) {
            assertThat(reader.next()).isEqualTo("open 101");
            server.started(SCAN);

            assertThat(reader.next())
                    .isEqualTo("text {\"NotificationContainer\":{\"type\":\"activity\",\"size\":1,"
                            + "\"ActivityNotification\":[" + ENTRY + "]}}");
        }
    }

    @Test
    void everyOpenStreamHearsTheSameStoryInOrder() throws Exception {
        try (EventSourceReader first = new EventSourceReader(client, server.uri(), "");
                EventSourceReader second = new EventSourceReader(client, server.uri(), "");
                WebSocketReader third = new WebSocketReader(client, server.uri(), "")) {
            third.next();
            assertThat(server.openStreams(Transport.EVENT_SOURCE)).isEqualTo(2);
            assertThat(server.openStreams(Transport.WEB_SOCKET)).isEqualTo(1);

            Activity download = server.begin("media.download", "Downloading");
            server.advance(download.uuid(), 12.5);
            server.end(download.uuid());

            for (String part : List.of("\"progress\":0}", "\"progress\":12.5}", "\"progress\":100}")) {
                assertThat(first.next()).contains(part);
                assertThat(second.next()).contains(part);
                assertThat(third.next()).contains(part);
            }
        }
    }

    @Test
    void filtersLetTheirTypesThroughAndLogsNeedToBeAskedFor() throws Exception {
        try (EventSourceReader plain = new EventSourceReader(client, server.uri(), "");
                EventSourceReader two = new EventSourceReader(client, server.uri(), "?filters=log,status");
                WebSocketReader noStatus = new WebSocketReader(client, server.uri(), "?filters=-status")) {
            noStatus.next();
            server.tell("log", "{\"message\":\"m\"}");
            server.tell("status", "{\"title\":\"t\"}");
            server.tell("timeline", "{\"itemID\":\"1\"}");

            assertThat(plain.next()).startsWith("event: status");
            assertThat(plain.next()).isEqualTo("event: timeline|data: {\"TimelineEntry\":{\"itemID\":\"1\"}}");
            assertThat(two.next()).isEqualTo("event: log|data: {\"LogSentNotification\":{\"message\":\"m\"}}");
            assertThat(two.next()).startsWith("event: status");
            assertThat(noStatus.next()).contains("\"type\":\"log\"");
            assertThat(noStatus.next()).contains("\"type\":\"timeline\"");
        }
    }

    @Test
    void anIdleEventSourcePingsThroughEveryFilter() throws Exception {
        try (FakePlexServer quick = FakePlexServer.builder()
                        .heartbeat(Duration.ofMillis(20))
                        .start();
                EventSourceReader reader = new EventSourceReader(client, quick.uri(), "?filters=activity")) {
            assertThat(reader.next()).isEqualTo("event: ping|data: {}");
            assertThat(reader.next()).isEqualTo("event: ping|data: {}");
        }
    }

    @Test
    void aClientThatLeavesCountsNoMore() throws Exception {
        EventSourceReader events = new EventSourceReader(client, server.uri(), "");
        WebSocketReader socket = new WebSocketReader(client, server.uri(), "");
        server.awaitStream(Transport.WEB_SOCKET, BOUND);
        events.close();
        socket.close();

        await().atMost(BOUND).until(() -> server.openStreams(Transport.EVENT_SOURCE) == 0);
        await().atMost(BOUND).until(() -> server.openStreams(Transport.WEB_SOCKET) == 0);
        assertThatThrownBy(() -> server.awaitStream(Transport.EVENT_SOURCE, Duration.ZERO))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aStreamThatEndsRaisesNoAlarmInTheLog() throws Exception {
        BlockingQueue<String> alarms = new LinkedBlockingQueue<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                alarms.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("mockwebserver3.MockWebServer");
        logger.addHandler(handler);
        try (EventSourceReader left = new EventSourceReader(client, server.uri(), "");
                EventSourceReader open = new EventSourceReader(client, server.uri(), "")) {
            left.response().close();
            await().atMost(BOUND).until(() -> server.openStreams(Transport.EVENT_SOURCE) == 1);
            server.close();
            assertThatThrownBy(open::next).isInstanceOf(IOException.class);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void theClientOfTheJdkReadsBothStreams() throws Exception {
        HttpClient jdk = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/:/eventsource/notifications"))
                .build();
        Iterator<String> lines =
                jdk.send(request, BodyHandlers.ofLines()).body().iterator();
        BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        WebSocket socket = jdk.newWebSocketBuilder()
                .buildAsync(
                        server.uri().resolve("ws://localhost:" + server.port() + "/:/websockets/notifications"),
                        new Texts(texts))
                .get(10, TimeUnit.SECONDS);

        server.started(SCAN);
        assertThat(lines.next()).isEqualTo("event: activity");
        assertThat(lines.next()).contains(ENTRY);
        assertThat(texts.poll(10, TimeUnit.SECONDS)).contains(ENTRY);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
        assertThat(texts.poll(10, TimeUnit.SECONDS)).isEqualTo("closed 1000");
    }

    private record Texts(BlockingQueue<String> texts) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            texts.add("closed " + code);
            return null;
        }
    }
}

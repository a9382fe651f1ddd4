package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final OkHttpClient client = new OkHttpClient();
    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    private static Path recording(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(PlaybackTest.class.getResource("/recordings/" + name))
                .toURI());
    }

    @Test
    void onItsOwnTransportARecordingIsToldLetterByLetter() throws Exception {
        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "");
                WebSocketReader texts = new WebSocketReader(client, server.uri(), "")) {
            texts.next();
            server.play(recording("scan.txt")).all();
            for (String event : Files.readString(recording("scan.txt")).strip().split("\n\n", -1)) {
                assertThat(events.next()).isEqualTo(event.replace("\n", "|"));
            }

            server.play(recording("refresh.jsonl")).all();
            texts.next();
            for (int i = 0; i < 4; i++) {
                texts.next();
            }
            for (String text : Files.readAllLines(recording("refresh.jsonl"))) {
                assertThat(texts.next()).isEqualTo("text " + text);
            }
        }
    }

    @Test
    void aRecordingOfEventsIsToldOnAWebSocketInContainers() throws Exception {
        try (WebSocketReader texts = new WebSocketReader(client, server.uri(), "")) {
            texts.next();
            server.play(recording("scan.txt")).all();

            assertThat(texts.next())
                    .startsWith("text {\"NotificationContainer\":{\"type\":\"activity\",\"size\":1,"
                            + "\"ActivityNotification\":[{\"event\":\"started\",\"uuid\":\"9d1c2b3a\"");
            assertThat(texts.next())
                    .startsWith("text {\"NotificationContainer\":{\"type\":\"status\",\"size\":1,"
                            + "\"StatusNotification\":[{\"title\":\"Scanning the \\\"Concerts\\\" section\"");
        }
    }

    @Test
    void aRecordingOfTextFramesIsToldOnAnEventSourceOneEntryAnEvent() throws Exception {
        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "")) {
            server.play(recording("refresh.jsonl")).all();

            assertThat(events.next())
                    .startsWith("event: activity|data: {\"ActivityNotification\":{\"event\":\"started\"");
            assertThat(events.next())
                    .isEqualTo("event: timeline|data: {\"TimelineEntry\":{\"itemID\":\"71\",\"state\":5}}");
            assertThat(events.next())
                    .isEqualTo("event: timeline|data: {\"TimelineEntry\":{\"itemID\":\"72\",\"state\":9}}");
            assertThat(events.next())
                    .isEqualTo("event: playing|data: {\"PlaySessionStateNotification\":"
                            + "{\"viewOffset\":286,\"state\":\"playing\"}}");
            assertThat(events.next())
                    .isEqualTo("event: activity|data: {\"ActivityNotification\":{\"event\":\"ended\","
                            + "\"Activity\":{\"type\":\"library.refresh.items\",\"progress\":100}}}");
        }
    }

    @Test
    void theListFollowsTheRecordingStepByStep() throws Exception {
        Playback playback = server.play(recording("scan.txt"));
        assertThat(uuids()).isEmpty();
        step(playback, 2);
        assertThat(uuids()).containsExactly("9d1c2b3a");
        step(playback, 2);
        assertThat(server.activities().get(0).progress()).isEqualTo(OptionalDouble.of(40));
        step(playback, 1);
        assertThat(uuids()).isEmpty();
        step(playback, 1);
        assertThat(playback.step()).isFalse();
        assertThat(uuids()).containsExactly("5f0e7a61-3c55-4d1a-9b06-20c1f6f5a9d2");

        playback.endTheRest();
        assertThat(uuids()).isEmpty();
    }

    @Test
    void whatIsFirstMentionedAtItsEndIsListedFromTheFrameBefore() throws Exception {
        String ended = "{\"NotificationContainer\":{\"type\":\"activity\",\"ActivityNotification\":"
                + "[{\"event\":\"ended\",\"uuid\":\"%s\",\"Activity\":{\"type\":\"butler\",\"progress\":100}}]}}\n";
        Playback playback = server.play(
                new java.io.StringReader(ended.formatted("a") + ended.formatted("b") + ended.formatted("a")));

        assertThat(uuids()).containsExactly("a");
        step(playback, 1);
        assertThat(uuids()).containsExactly("b");
        step(playback, 1);
        assertThat(uuids()).isEmpty();
    }

    private static void step(Playback playback, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(playback.step()).isTrue();
        }
    }

    private List<String> uuids() {
        return server.activities().stream().map(Activity::uuid).toList();
    }

    @Test
    void aRecordedPingPassesEveryFilter() throws Exception {
        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "?filters=activity")) {
            server.play(recording("scan.txt")).all();
            assertThat(events.next()).isEqualTo("event: ping|data: {}");
            assertThat(events.next()).startsWith("event: activity");
        }
    }

    @Test
    void aPacedRecordingComesToItsEndByItself() throws Exception {
        server.play(recording("refresh.jsonl")).paced(Duration.ofMillis(1)).get(10, TimeUnit.SECONDS);

        assertThat(uuids()).containsExactly("0b6f4c1e-7a52-4f9d-8f43-6e0d5a1b2c3d");
    }

    @Test
    void whatIsNoNotificationIsToldOnItsOwnTransportAlone() throws IOException, InterruptedException {
        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "");
                WebSocketReader texts = new WebSocketReader(client, server.uri(), "")) {
            texts.next();
            server.play(new java.io.StringReader("{\"broken\":\n\nevent: odd\ndata: [1]\ndata: x\n"))
                    .all();
            server.tell("account", "{}");

            assertThat(texts.next()).isEqualTo("text {\"broken\":");
            assertThat(texts.next()).contains("\"type\":\"account\"");
            assertThat(events.next()).isEqualTo("event: odd|data: [1]|data: x");
            assertThat(events.next()).startsWith("event: account");
        }
    }
}

package io.github.plexactivity.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final OkHttpClient client = new OkHttpClient();
    private final FakePlexServer server =
            FakePlexServer.builder().heartbeat(Duration.ofMillis(50)).start();
    private final Faults faults = server.faults();

    @AfterEach
    void close() {
        server.close();
    }

    private EventSourceReader events() throws IOException {
        return new EventSourceReader(client, server.uri(), "?filters=activity");
    }

    private WebSocketReader openWebSocket() throws InterruptedException {
        WebSocketReader reader = new WebSocketReader(client, server.uri(), "?filters=activity");
        assertThat(reader.next()).isEqualTo("open 101");
        return reader;
    }

    private Response get(String path) throws IOException {
        return client.newBuilder()
                .followRedirects(false)
                .build()
                .newCall(new okhttp3.Request.Builder()
                        .url(server.uri() + path)
                        .header("Accept", "application/json")
                        .build())
                .execute();
    }

    private String list() throws IOException {
        try (Response response = get("/activities")) {
            return response.body().string();
        }
    }

    /** The next event that is not a heartbeat. */
    private static String news(EventSourceReader events) throws IOException {
        String event = events.next();
        while (event.startsWith("event: ping")) {
            event = events.next();
        }
        return event;
    }

    private static void readToTheEnd(EventSourceReader events) throws IOException {
        while (!events.exhausted()) {
            events.next();
        }
    }

    @Test
    void goodbyeEndsBothStreamsInGoodOrderAfterWhatWasSaid() throws Exception {
        try (EventSourceReader events = events();
                WebSocketReader texts = openWebSocket()) {
            server.begin("butler", "Tidying");
            faults.drop(Cut.GOODBYE);

            assertThat(server.openStreams(Transport.EVENT_SOURCE)).isZero();
            assertThat(server.openStreams(Transport.WEB_SOCKET)).isZero();
            assertThat(news(events)).contains("started");
            assertThatCode(() -> readToTheEnd(events)).doesNotThrowAnyException();
            assertThat(texts.next()).contains("started");
            assertThat(texts.next()).isEqualTo("closing 1001 ");
            assertThat(texts.next()).isEqualTo("closed 1001");
        }
    }

    @Test
    void finEndsBothStreamsInTheMiddleAfterWhatWasSaid() throws Exception {
        try (EventSourceReader events = events();
                WebSocketReader texts = openWebSocket()) {
            server.begin("butler", "Tidying");
            faults.drop(Cut.FIN);

            assertThat(news(events)).contains("started");
            assertThatThrownBy(() -> readToTheEnd(events)).isInstanceOf(IOException.class);
            assertThat(texts.next()).contains("started");
            assertThat(texts.next()).startsWith("failed");
        }
    }

    @Test
    void resetEndsOneTransportAndLeavesTheOther() throws Exception {
        try (EventSourceReader events = events();
                WebSocketReader texts = openWebSocket()) {
            faults.drop(Transport.EVENT_SOURCE, Cut.RESET);
            server.begin("butler", "Tidying");

            assertThatThrownBy(() -> news(events)).isInstanceOf(SocketException.class);
            assertThat(texts.next()).contains("started");
        }
    }

    @Test
    void aWebSocketIsClosedWithAnyCode() throws Exception {
        try (WebSocketReader texts = openWebSocket()) {
            faults.closeWebSockets(1008, "policy");
            assertThat(texts.next()).isEqualTo("closing 1008 policy");
        }
    }

    @Test
    void aRefusalHoldsUntilAllowedAndCarriesItsHeaders() throws Exception {
        faults.refuse(Endpoint.LIST, 503, "Retry-After", "7");
        try (Response refused = get("/activities")) {
            assertThat(refused.code()).isEqualTo(503);
            assertThat(refused.message()).isEqualTo("Service Unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("7");
            assertThat(refused.body().string()).startsWith("<html>");
        }

        faults.allow(Endpoint.LIST);
        assertThat(list()).startsWith("{\"MediaContainer\"");
    }

    @Test
    void eachWayInIsRefusedForItself() throws Exception {
        faults.refuse(Endpoint.EVENT_SOURCE, 200);
        faults.refuse(Endpoint.WEB_SOCKET, 502);
        faults.refuse(Endpoint.CANCEL, 403);
        try (Response page = get("/:/eventsource/notifications");
                WebSocketReader texts = new WebSocketReader(client, server.uri(), "")) {
            assertThat(page.code()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html");
            assertThat(texts.next()).isEqualTo("failed 502");
        }
        Activity job = server.begin("butler", "Tidying");
        okhttp3.Request delete = new okhttp3.Request.Builder()
                .url(server.uri() + "/activities/" + job.uuid())
                .delete()
                .build();
        try (Response refused = client.newCall(delete).execute()) {
            assertThat(refused.code()).isEqualTo(403);
        }
        faults.heal();
        events().close();
        openWebSocket().close();
    }

    @Test
    void aHeldListIsAnOldOne() throws Exception {
        faults.hold(Endpoint.LIST);
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> {
            try {
                return list();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        await().atMost(BOUND).until(() -> !server.requests().isEmpty());
        assertThat(held).isNotDone();
        faults.release(Endpoint.LIST);
        assertThat(held.get(10, TimeUnit.SECONDS)).contains("\"size\":0");
    }

    @Test
    void aDelayPassesByItself() throws Exception {
        faults.delay(Endpoint.LIST, Duration.ofMillis(20));
        assertThat(list()).contains("\"size\":0");
    }

    @Test
    void aSilentTransportOpensAndSaysNothingAtAll() throws Exception {
        faults.silence(Transport.EVENT_SOURCE);
        faults.silence(Transport.WEB_SOCKET);
        try (EventSourceReader events = events();
                WebSocketReader texts = openWebSocket()) {
            server.begin("butler", "Unheard");
            faults.heal();
            Activity heard = server.begin("butler", "Heard");

            assertThat(news(events)).contains(heard.uuid());
            assertThat(texts.next()).contains(heard.uuid());
        }
    }

    @Test
    void aZombieShowsSignsOfLifeAndNoNews() throws Exception {
        faults.makeZombie(Transport.EVENT_SOURCE);
        try (EventSourceReader events = events()) {
            server.begin("butler", "Unheard");
            assertThat(events.next()).startsWith("event: ping");
            assertThat(events.next()).startsWith("event: ping");
            faults.heal();
            Activity heard = server.begin("butler", "Heard");
            assertThat(news(events)).contains(heard.uuid());
        }
    }

    @Test
    void filtersMayBeIgnored() throws Exception {
        faults.add(Quirk.IGNORES_FILTERS);
        try (EventSourceReader events = events()) {
            server.tell("log", "{}");
            assertThat(news(events)).startsWith("event: log");
        }
    }

    @Test
    void aTokenMayBeRejectedAndAnotherAccepted() throws Exception {
        faults.rejectTokens();
        try (Response response = get("/activities?X-Plex-Token=old")) {
            assertThat(response.code()).isEqualTo(401);
        }
        faults.acceptOnly("new");
        try (Response old = get("/activities?X-Plex-Token=old");
                Response fresh = get("/activities?X-Plex-Token=new")) {
            assertThat(old.code()).isEqualTo(401);
            assertThat(fresh.code()).isEqualTo(200);
        }
    }

    @Test
    void theListMayLie() throws Exception {
        server.begin("butler", "Tidying");
        faults.add(Quirk.LIST_OVERCOUNTS);
        assertThat(list()).contains("\"size\":2").containsOnlyOnce("\"uuid\"");
        faults.add(Quirk.LIST_IS_EMPTY);
        assertThat(list()).isEqualTo("{\"MediaContainer\":{\"size\":1}}");
        faults.add(Quirk.LIST_BREAKS_OFF);
        assertThat(list()).isEqualTo("{\"MediaContain");
    }

    @Test
    void aReplyMayNameWhatDoesNotRun() throws Exception {
        faults.add(Quirk.NAMES_WHAT_DOES_NOT_RUN);
        okhttp3.Request reload = new okhttp3.Request.Builder()
                .url(server.uri() + "/livetv/dvrs/1/reloadGuide")
                .post(okhttp3.RequestBody.EMPTY)
                .build();
        try (Response response = client.newCall(reload).execute()) {
            assertThat(response.header("X-Plex-Activity")).isNotEmpty();
            assertThat(server.activities()).isEmpty();
        }
    }

    @Test
    void garbageIsSentAsItIs() throws Exception {
        try (EventSourceReader events = events();
                WebSocketReader texts = openWebSocket()) {
            faults.sendText(Transport.EVENT_SOURCE, "activity", "{not json");
            faults.sendRaw(Transport.EVENT_SOURCE, ": half\r\ndata".getBytes(UTF_8));
            faults.sendRaw(Transport.EVENT_SOURCE, ":1\n\n".getBytes(UTF_8));
            faults.sendText(Transport.WEB_SOCKET, "activity", "[");
            faults.sendRaw(
                    Transport.WEB_SOCKET, ByteString.decodeHex("81027b7d").toByteArray());
            faults.sendRaw(Transport.WEB_SOCKET, ByteString.decodeHex("ff00").toByteArray());

            assertThat(news(events)).isEqualTo("event: activity|data: {not json");
            assertThat(news(events)).isEqualTo(": half|data:1");
            assertThat(texts.next()).isEqualTo("text [");
            assertThat(texts.next()).isEqualTo("text {}");
            assertThat(texts.next()).startsWith("failed");
        }
    }

    @Test
    void clientsAnswerPingsAndTheServerAnswersTheirs() throws Exception {
        OkHttpClient pinging =
                client.newBuilder().pingInterval(Duration.ofMillis(50)).build();
        try (WebSocketReader texts = new WebSocketReader(pinging, server.uri(), "")) {
            texts.next();
            faults.pingWebSockets("are you there");
            await().atMost(BOUND).until(() -> faults.pongs().contains("are you there"));

            faults.add(Quirk.NEVER_PONGS);
            assertThat(texts.next()).startsWith("failed");
        }
    }

    @Test
    void aCloseMayGoUnanswered() throws Exception {
        try (WebSocketReader texts = openWebSocket();
                WebSocketReader other = openWebSocket()) {
            other.socket().close(1000, "done");
            assertThat(other.next()).isEqualTo("closing 1000 done");
            assertThat(other.next()).isEqualTo("closed 1000");
            await().atMost(BOUND).until(() -> server.openStreams(Transport.WEB_SOCKET) == 1);

            faults.add(Quirk.NEVER_ANSWERS_CLOSE);
            texts.socket().close(1000, "done");
            server.begin("butler", "Still open");
            assertThat(texts.next()).contains("Still open");
        }
    }

    @Test
    void aStoppedServerRefusesAndARestartedOneHasForgotten() throws Exception {
        server.begin("butler", "Tidying");
        int port = server.port();
        try (EventSourceReader events = events()) {
            faults.stop();
            assertThatThrownBy(() -> news(events)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(this::list).isInstanceOf(ConnectException.class);

        faults.restart();
        assertThat(server.port()).isEqualTo(port);
        assertThat(list()).contains("\"size\":0");
    }

    @Test
    void closeLeavesNoThreadInWhateverStateItIs() throws Exception {
        faults.hold(Endpoint.LIST);
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> assertThatThrownBy(this::list));
        try (EventSourceReader events = events();
                WebSocketReader texts = openWebSocket()) {
            await().atMost(BOUND).until(() -> server.requests().size() == 3);
            server.close();
            server.close();
            held.get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> news(events)).isInstanceOf(IOException.class);
            assertThat(texts.next()).startsWith("failed");
            await().atMost(BOUND)
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().startsWith("fake-plex")
                                    || thread.getName().startsWith("MockWebServer")));
        }
    }
}

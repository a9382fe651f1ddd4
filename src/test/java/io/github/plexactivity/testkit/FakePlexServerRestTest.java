package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePlexServerRestTest {
    private static final Activity DOWNLOAD = new Activity(
            "d/1 ",
            "media.download",
            "Loading <a> & \"b\"",
            "",
            OptionalDouble.empty(),
            true,
            OptionalLong.of(1),
            Map.of("key", "/library/metadata/8"),
            Map.of());

    private final OkHttpClient client = new OkHttpClient();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final FakePlexServer server =
            FakePlexServer.builder().token("let-me-in").contextLater(later::add).start();

    @AfterEach
    void close() {
        server.close();
    }

    private Response send(String method, String path) throws IOException {
        return client.newCall(new okhttp3.Request.Builder()
                        .url(server.uri() + path)
                        .header("X-Plex-Token", "let-me-in")
                        .header("Accept", "application/json")
                        .method(method, method.equals("POST") ? RequestBody.EMPTY : null)
                        .build())
                .execute();
    }

    private int status(String method, String path) throws IOException {
        try (Response response = send(method, path)) {
            return response.code();
        }
    }

    private String body(String method, String path) throws IOException {
        try (Response response = send(method, path)) {
            return response.body().string();
        }
    }

    @Test
    void anEmptyListLacksItsRows() throws IOException {
        assertThat(body("GET", "/activities")).isEqualTo("{\"MediaContainer\":{\"size\":0}}");
    }

    @Test
    void theListIsJsonForThoseWhoAcceptIt() throws IOException {
        server.appear(DOWNLOAD);

        assertThat(body("GET", "/activities"))
                .isEqualTo(
                        "{\"MediaContainer\":{\"size\":1,\"Activity\":[{\"uuid\":\"d/1 \",\"type\":\"media.download\","
                                + "\"cancellable\":true,\"userID\":1,\"title\":\"Loading <a> & \\\"b\\\"\",\"subtitle\":\"\","
                                + "\"progress\":-1,\"Context\":{\"key\":\"/library/metadata/8\"}}]}}");
    }

    @Test
    void theListIsXmlForAllOthers() throws IOException {
        server.appear(DOWNLOAD);
        okhttp3.Request plain = new okhttp3.Request.Builder()
                .url(server.uri() + "/activities?X-Plex-Token=let-me-in")
                .build();

        try (Response response = client.newCall(plain).execute()) {
            assertThat(response.header("Content-Type")).startsWith("text/xml");
            assertThat(response.body().string())
                    .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><MediaContainer size=\"1\">"
                            + "<Activity uuid=\"d/1 \" type=\"media.download\" cancellable=\"1\" userID=\"1\""
                            + " title=\"Loading &lt;a&gt; &amp; &quot;b&quot;\" subtitle=\"\" progress=\"-1\">"
                            + "<Context key=\"/library/metadata/8\"></Context></Activity></MediaContainer>");
        }
    }

    @Test
    void everyRequestNeedsTheToken() throws IOException {
        for (String path : List.of("/activities", "/identity", "/", "/:/eventsource/notifications", "/nowhere")) {
            okhttp3.Request bare =
                    new okhttp3.Request.Builder().url(server.uri() + path).build();
            try (Response response = client.newCall(bare).execute()) {
                assertThat(response.code()).isEqualTo(401);
                assertThat(response.header("Content-Type")).isEqualTo("text/html");
                assertThat(response.body().string()).contains("<h1>401 Unauthorized</h1>");
            }
        }
    }

    @Test
    void theServerSaysWhoItIs() throws IOException {
        assertThat(body("GET", "/identity")).contains("\"machineIdentifier\":\"", "\"version\":\"");
        assertThat(body("GET", "/")).contains("\"friendlyName\":\"", "\"machineIdentifier\":\"", "\"version\":\"");
        assertThat(status("GET", "/nowhere")).isEqualTo(404);
    }

    @Test
    void aCancellationEndsTheActivityOnceItIsAnswered() throws IOException {
        Activity other = server.begin("butler", "Tidying");
        server.appear(DOWNLOAD);
        try (EventSourceReader events =
                new EventSourceReader(client, server.uri(), "?filters=activity&X-Plex-Token=let-me-in")) {
            try (Response response = send("DELETE", "/activities/d%2F1%20")) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.body().string()).isEmpty();
            }

            assertThat(events.next()).contains("\"event\":\"ended\",\"uuid\":\"d/1 \"", "\"progress\":-1");
            assertThat(server.activities()).containsExactly(other);
            assertThat(server.cancelled()).containsExactly("d/1 ");
        }
    }

    @Test
    void anAcceptedCancellationMayEndNothing() throws IOException {
        server.appear(DOWNLOAD);
        server.faults().add(Quirk.CANCELS_END_NOTHING);

        assertThat(status("DELETE", "/activities/d%2F1%20")).isEqualTo(200);
        assertThat(server.cancelled()).containsExactly("d/1 ");
        assertThat(server.activities()).containsExactly(DOWNLOAD);
    }

    @Test
    void whatIsUnknownOrCannotBeCancelledIsRefused() throws IOException {
        assertThat(body("POST", "/library/sections/3/refresh")).isEmpty();
        String scan = server.activities().get(0).uuid();

        assertThat(body("DELETE", "/activities/" + scan)).contains("400 Activity is not cancellable");
        assertThat(body("DELETE", "/activities/nobody")).contains("404 No activity with the provided id is found");
        assertThat(server.cancelled()).isEmpty();
    }

    @Test
    void aScanTellsItsSectionLaterAndMayBeEndedEarly() throws IOException {
        try (Response response = send("GET", "/library/sections/3/refresh")) {
            assertThat(response.header("X-Plex-Activity")).isNull();
        }
        Activity begun = server.activities().get(0);
        assertThat(begun.type()).isEqualTo("library.update.section");
        assertThat(begun.context()).isEmpty();

        later.remove().run();
        assertThat(server.activities().get(0).context()).isEqualTo(Map.of("librarySectionID", "3"));

        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "?X-Plex-Token=let-me-in")) {
            assertThat(status("DELETE", "/library/sections/3/refresh")).isEqualTo(200);
            assertThat(events.next()).contains("\"event\":\"ended\",\"uuid\":\"" + begun.uuid());
        }
    }

    @Test
    void aScanThatEndedTellsNoSectionAnyMore() throws IOException {
        send("GET", "/library/sections/3/refresh").close();
        server.end(server.activities().get(0).uuid());
        later.remove().run();

        assertThat(server.activities()).isEmpty();
    }

    @Test
    void aReplyMayNameTheActivityItBegan() throws IOException {
        try (Response response = send("POST", "/livetv/dvrs/5/reloadGuide")) {
            assertThat(response.header("X-Plex-Activity"))
                    .isEqualTo(server.activities().get(0).uuid());
        }
    }

    @Test
    void aShortActivityIsOverBeforeTheReplyThatNamesIt() throws IOException {
        try (EventSourceReader events = new EventSourceReader(client, server.uri(), "?X-Plex-Token=let-me-in");
                Response response = send("POST", "/media/subscriptions/process")) {
            String uuid = response.header("X-Plex-Activity");

            assertThat(events.next()).contains("\"event\":\"started\",\"uuid\":\"" + uuid);
            assertThat(events.next()).contains("\"event\":\"ended\",\"uuid\":\"" + uuid, "\"progress\":100");
            assertThat(server.activities()).isEmpty();
        }
    }

    @Test
    void requestsAreRememberedAndPrintWithoutTheToken() throws IOException {
        body("GET", "/activities?X-Plex-Token=let-me-in&a=b");

        Request request = server.requests().get(0);
        assertThat(request.endpoint()).isEqualTo(Endpoint.LIST);
        assertThat(request.query("a")).contains("b");
        assertThat(request.header("x-plex-token")).contains("let-me-in");
        assertThat(request).hasToString("GET /activities");
    }
}

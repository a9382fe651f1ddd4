package io.github.plexactivity.examples.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.FakePlexServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application, asked over HTTP; its actuator shows all that it may be told to. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
            "somewhere.else=the same ${plex.activity.token}"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class ActivitiesApplicationTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TOKEN = "a-token-nobody-may-see";
    private static final FakePlexServer PLEX =
            FakePlexServer.builder().token(TOKEN).start();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void follow(DynamicPropertyRegistry properties) {
        properties.add("plex.activity.server", () -> PLEX.uri().toString());
        properties.add("plex.activity.token", () -> TOKEN);
    }

    @AfterAll
    static void close() {
        PLEX.close();
    }

    private HttpResponse<String> ask(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                .timeout(LONG)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itLogsHowActivitiesEndAndItsHealthIsThatOfTheConnection(CapturedOutput output) throws Exception {
        PLEX.awaitStream(Transport.EVENT_SOURCE, LONG);
        PLEX.end(PLEX.begin("library.update.section", "Scanning Movies").uuid());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(output).contains("Scanning Movies: COMPLETED, FINAL_PROGRESS"));
        assertThat(ask("health").statusCode()).isEqualTo(200);
        assertThat(ask("health/plexActivity").body()).contains("\"status\":\"UP\"", "\"transport\":\"EVENT_SOURCE\"");

        PLEX.faults().rejectTokens();
        PLEX.faults().drop(Cut.FIN);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ask("health").body()).contains("\"state\":\"REFUSED\""));
        assertThat(ask("health").statusCode()).isEqualTo(503);
        assertThat(output).doesNotContain(TOKEN);
    }

    @Test
    void theActuatorShowsTheTokenNowhere() throws Exception {
        for (String page : new String[] {"env", "configprops", "beans", "health"}) {
            String body = ask(page).body();
            assertThat(body).describedAs(page).doesNotContain(TOKEN);
        }
        assertThat(ask("env").body()).contains(PLEX.uri().toString(), "plex.activity.token", "somewhere.else");
        assertThat(ask("configprops").body()).contains(PLEX.uri().toString());
    }
}

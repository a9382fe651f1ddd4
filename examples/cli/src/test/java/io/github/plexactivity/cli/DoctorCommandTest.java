package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.FakePlexServerBuilder;
import io.github.plexactivity.testkit.Quirk;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    private static final String TIME = "3s";

    private final FakePlexServer server = builder().start();

    private static FakePlexServerBuilder builder() {
        return FakePlexServer.builder().heartbeat(Duration.ofMillis(200));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsNothingWhereAllIsWell() throws Exception {
        Run run = examinedWhileSomethingRuns();

        assertThat(run.exit()).isZero();
        assertThat(run.out()).hasSize(5);
        assertThat(run.out().get(0)).matches("ok    server +Plex Media Server 1\\.43.*, answers in .*");
        assertThat(run.out().get(1)).matches("ok    list +this token may list what runs: . now");
        assertThat(run.out().get(2))
                .matches("ok    server-sent events +open after .*, heartbeat after .*notifications heard");
        assertThat(run.out().get(3)).matches("ok    WebSocket +open after .*, pings are answered, .* messages heard");
        assertThat(run.out().get(4)).isEqualTo("A monitor hears of this server by server-sent events.");
    }

    @Test
    void whereNothingHappensSaysThatThisWasNotSeen() throws Exception {
        Run run = examined();

        assertThat(run.exit()).isZero();
        assertThat(run.all()).containsPattern("note  server-sent events .*; nothing happened meanwhile");
    }

    @Test
    void findsATransportRefused() throws Exception {
        server.faults().refuse(Endpoint.EVENT_SOURCE, 403);
        server.faults().refuse(Endpoint.WEB_SOCKET, 400);
        Run run = examined();

        assertThat(run.exit()).isEqualTo(Exit.UNWELL);
        assertThat(run.all())
                .containsPattern("bad   server-sent events .*403")
                .containsPattern("bad   WebSocket .*400")
                .contains("proxy_set_header Upgrade");
        assertThat(run.out()).last().asString().startsWith("A monitor has to poll this server");
    }

    @Test
    void findsAStreamThatIsSilent() throws Exception {
        server.faults().silence(Transport.EVENT_SOURCE);
        Run run = examined();

        assertThat(run.exit()).isEqualTo(Exit.UNWELL);
        assertThat(run.all())
                .containsPattern("bad   server-sent events .*silent: no heartbeat in 3s")
                .contains("proxy_buffering off");
        assertThat(run.out()).last().isEqualTo("A monitor hears of this server by WebSocket.");
    }

    @Test
    void findsAStreamWhoseHeadIsHeldBack() throws Exception {
        server.faults().hold(Endpoint.EVENT_SOURCE);
        Run run = examined();

        assertThat(run.exit()).isEqualTo(Exit.UNWELL);
        assertThat(run.all())
                .containsPattern("bad   server-sent events  no answer in 3s")
                .contains("a proxy holds this one back");
    }

    @Test
    void findsAProxyThatHoldsAStreamBackWhileNothingIsTold() throws Exception {
        try (FakePlexServer buffered = builder().start()) {
            buffered.faults().hold(Endpoint.EVENT_SOURCE);
            Request idle = new PlexClient(HttpUrl.get(buffered.uri().toString()), Optional.empty()).idleEvents();
            Finding finding = new EventSourceCheck("nginx")
                    .after(ActivityMonitor.builder(server.uri()), idle, Duration.ofSeconds(3));

            assertThat(finding.isBad()).isTrue();
            assertThat(finding.found()).endsWith("an idle stream is held back");
            assertThat(finding.advice()).startsWith("nginx buffers it: set 'proxy_buffering off;");
        }
    }

    @Test
    void findsAStreamThatIsAliveAndTellsNothing() throws Exception {
        server.faults().makeZombie(Transport.EVENT_SOURCE);
        server.faults().makeZombie(Transport.WEB_SOCKET);
        Run run = examinedWhileSomethingRuns();

        assertThat(run.exit()).isEqualTo(Exit.UNWELL);
        assertThat(run.all())
                .containsPattern("bad   server-sent events .*heartbeat heard, but [0-9]+ changes were not told")
                .containsPattern("bad   WebSocket .*but [0-9]+ changes were not told");
    }

    @Test
    void takesUnansweredPingsForNoFault() throws Exception {
        server.faults().add(Quirk.NEVER_PONGS);
        Run run = examined();

        assertThat(run.exit()).isZero();
        assertThat(run.all()).containsPattern("note  WebSocket .*pings are not answered");
    }

    @Test
    void findsATokenThatIsRefused() throws Exception {
        server.faults().rejectTokens();
        Run run = examined();

        assertThat(run.exit()).isEqualTo(Exit.UNWELL);
        assertThat(run.all()).containsPattern("bad   list +the token is refused \\(401\\) \\(none was given");
        assertThat(run.out()).last().isEqualTo("A monitor cannot follow this server.");
    }

    @Test
    void findsATokenThatMayNotList() throws Exception {
        server.faults().refuse(Endpoint.LIST, 403);
        Run run = examined();

        assertThat(run.exit()).isZero();
        assertThat(run.all()).containsPattern("note  list +this token may not list what runs \\(403\\)");
        assertThat(run.out()).last().asString().endsWith("by server-sent events.");
    }

    @Test
    void findsALoginPageAndAServerBehindAProxyThatIsDown() throws Exception {
        server.faults().refuse(Endpoint.OTHER, 200);
        assertThat(examined().all()).containsPattern("bad   server +answers, but not as Plex does");
        server.faults().refuse(Endpoint.OTHER, 302, "Location", "https://login.invalid/");
        assertThat(examined().all()).containsPattern("bad   server +redirects elsewhere");
        server.faults().refuse(Endpoint.OTHER, 502);
        assertThat(examined().all()).containsPattern("bad   server +answered 502");
    }

    @Test
    void findsThatNobodyListens() throws Exception {
        server.close();
        Run run = examined();

        assertThat(run.exit()).isEqualTo(Exit.UNWELL);
        assertThat(run.out()).hasSize(3);
        assertThat(run.out().get(1)).startsWith("      -> Nothing listens there");
    }

    @Test
    void findsThatThereIsNoTls() throws Exception {
        try (PlainServer plain = new PlainServer()) {
            Map<String, String> environment = Map.of("PLEX_SERVER", "https://127.0.0.1:" + plain.port());
            Run run = Run.begin(environment, "", "doctor");

            assertThat(run.exit()).isEqualTo(Exit.UNWELL);
            assertThat(run.out().get(1)).contains("begins with http://").doesNotContain("certificate");

            Run list = Run.begin(environment, "", "list");
            assertThat(list.exit()).isEqualTo(Exit.NO_CONNECTION);
            assertThat(list.err()).singleElement().asString().contains("begins with http://. 'plex-activities doctor'");
        }
    }

    private Run examined() throws Exception {
        return Run.of(server, "doctor", "--for", TIME);
    }

    /** One job comes after the other, until the examination is over. */
    private Run examinedWhileSomethingRuns() throws Exception {
        Run run = Run.begin(server, "doctor", "--for", TIME).awaitErr(line -> line.startsWith("Listening"));
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    server.end(server.begin("butler", "Cleaning").uuid());
                    server.begin("butler", "Cleaning");
                    return run.all().contains("\nA monitor ");
                });
        run.exit();
        return run;
    }
}

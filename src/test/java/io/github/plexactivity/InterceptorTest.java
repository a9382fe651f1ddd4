package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Quirk;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that name the activity they started. */
@Timeout(60)
class InterceptorTest {

    private static final String RELOAD = "/livetv/dvrs/1/reloadGuide";
    private static final String PROCESS = "/media/subscriptions/process";

    private final FakePlexServer server = FakePlexServer.start();
    private final ActivityMonitor monitor =
            Quick.monitor(server).resyncEvery(Duration.ofMillis(100)).build();
    private final OkHttpClient client =
            new OkHttpClient.Builder().addInterceptor(monitor.interceptor()).build();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stop() {
        monitor.close();
        server.close();
    }

    private Optional<ActivityHandle> post(String url) throws IOException {
        Request post = new Request.Builder()
                .url(url)
                .post(RequestBody.create(new byte[0]))
                .build();
        try (Response answer = client.newCall(post).execute()) {
            assertThat(answer.code()).isEqualTo(200);
            return ActivityInterceptor.handleOf(answer);
        }
    }

    @Test
    void anAnswerThatNamesAnActivityHoldsItsHandle() throws Exception {
        monitor.listen(listener);
        join(monitor.start());
        ActivityHandle guide = post(server.uri() + RELOAD).orElseThrow();
        listener.await(SOON, told -> told.running().contains(guide.uuid()));
        server.end(guide.uuid());
        assertThat(join(guide.ended()).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void anActivityThatIsOverBeforeTheAnswerIsNotMissed() throws Exception {
        monitor.listen(listener);
        join(monitor.start());
        ActivityHandle process = post(server.uri() + PROCESS).orElseThrow();
        assertThat(join(process.ended()).evidence()).isEqualTo(Evidence.FINAL_PROGRESS);
    }

    @Test
    void anActivityThatNeverShowsUpEndsForItsHandleAlone() throws Exception {
        server.faults().add(Quirk.NAMES_WHAT_DOES_NOT_RUN);
        monitor.listen(listener);
        join(monitor.start());
        ActivityHandle never = post(server.uri() + RELOAD).orElseThrow();
        assertThat(join(never.ended()))
                .extracting(Ending::outcome, Ending::evidence)
                .containsExactly(Outcome.UNKNOWN, Evidence.NOT_LISTED);
        assertThat(listener.changes()).isEmpty();
    }

    @Test
    void anAnswerBeforeTheStartIsRemembered() throws Exception {
        server.faults().add(Quirk.NAMES_WHAT_DOES_NOT_RUN);
        ActivityHandle never = post(server.uri() + RELOAD).orElseThrow();
        join(monitor.start());
        assertThat(join(never.ended()).evidence()).isEqualTo(Evidence.NOT_LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-plex-activity", "X-Plex-Activity", "X-PLEX-ACTIVITY"})
    void theNameOfTheHeaderMayBeInAnyCase(String name) throws Exception {
        try (RawServer raw = answering(name + ": some-uuid\r\n");
                ActivityMonitor other = ActivityMonitor.builder(raw.uri()).build()) {
            OkHttpClient to = new OkHttpClient.Builder()
                    .addInterceptor(other.interceptor())
                    .build();
            Request get = new Request.Builder().url(raw.uri() + "/").build();
            try (Response answer = to.newCall(get).execute()) {
                assertThat(ActivityInterceptor.handleOf(answer))
                        .map(ActivityHandle::uuid)
                        .contains("some-uuid");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-Plex-Activity: \r\n", "X-Plex-Activity: a\u0001b\r\n"})
    void anAnswerThatNamesNothingUsableIsLeftAlone(String header) throws Exception {
        try (RawServer raw = answering(header);
                ActivityMonitor other = ActivityMonitor.builder(raw.uri()).build()) {
            OkHttpClient to = new OkHttpClient.Builder()
                    .addInterceptor(other.interceptor())
                    .build();
            Request get = new Request.Builder().url(raw.uri() + "/").build();
            try (Response answer = to.newCall(get).execute()) {
                assertThat(ActivityInterceptor.handleOf(answer)).isEmpty();
            }
        }
    }

    @Test
    void theAnswerOfAnotherServerIsNoneOfOurs() throws Exception {
        join(monitor.start());
        try (FakePlexServer other = FakePlexServer.start()) {
            assertThat(post(other.uri() + RELOAD)).isEmpty();
        }
    }

    @Test
    void anAnswerThatCameWithoutAnInterceptorHasNoHandle() throws Exception {
        Request get = new Request.Builder().url(server.uri() + "/identity").build();
        try (Response answer = new OkHttpClient().newCall(get).execute()) {
            assertThat(ActivityInterceptor.handleOf(answer)).isEmpty();
        }
    }

    private static RawServer answering(String header) {
        return RawServer.start(
                connection -> connection.send("HTTP/1.1 200 OK\r\n" + header + "Content-Length: 0\r\n\r\n"));
    }
}

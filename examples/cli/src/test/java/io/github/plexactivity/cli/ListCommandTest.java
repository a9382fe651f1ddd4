package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsATableWithWhatOtherCommandsTake() throws Exception {
        server.appear(activity("1", "library.update.section", "雪の灯台", 42, Map.of("librarySectionID", "3")));
        server.appear(activity("22", "media.download", "Salt\u001b[2J Road", -1, Map.of()));

        Run run = Run.of(server, "list");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().stream().map(String::stripTrailing))
                .containsExactly(
                        "UUID  TYPE                    DONE  CANCEL  TITLE",
                        "1     library.update.section  42 %  yes     雪の灯台 - step",
                        "22    media.download          -     yes     Salt?[2J Road - step");
    }

    @Test
    void showsWhatMatchesAlone() throws Exception {
        server.appear(activity("1", "library.update.section", "Movies", 42, Map.of("librarySectionID", "3")));
        server.appear(activity("2", "library.update.section", "Shows", 42, Map.of("librarySectionID", 4L)));

        assertThat(Run.of(server, "list", "--section", "4").all())
                .contains("Shows")
                .doesNotContain("Movies");
        assertThat(Run.of(server, "list", "--type", "media.*").err()).containsExactly("Nothing runs that matches.");
    }

    @Test
    void writesOneJsonObjectPerActivity() throws Exception {
        server.appear(activity("1", "library.update.section", "\"Movies\"", 42, Map.of("librarySectionID", "3")));
        server.appear(activity("2", "media.download", "Salt Road", -1, Map.of()));

        Run run = Run.of(server, "list", "--json");

        assertThat(run.out()).hasSize(2);
        assertThat(JSON.std.mapFrom(run.out().get(0)))
                .containsEntry("title", "\"Movies\"")
                .containsEntry("progress", 42)
                .containsEntry("cancellable", true)
                .containsEntry("context", Map.of("librarySectionID", "3"));
        assertThat(JSON.std.mapFrom(run.out().get(1))).containsEntry("progress", null);
    }

    @Test
    void saysThatNothingRunsWhereThatIsNoResult() throws Exception {
        Run run = Run.of(server, "list");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsExactly("Nothing runs.");
    }

    @Test
    void saysThatThereIsNoServer() throws Exception {
        server.close();
        Run run = Run.of(server, "list");

        assertThat(run.exit()).isEqualTo(Exit.NO_CONNECTION);
        assertThat(run.err()).singleElement().asString().endsWith(". 'plex-activities doctor' finds out more.");
    }

    @Test
    void saysThatTheListMayNotBeRead() throws Exception {
        server.faults().refuse(Endpoint.LIST, 403);
        assertThat(Run.of(server, "list").exit()).isEqualTo(Exit.REFUSED);
    }

    private static Activity activity(
            String uuid, String type, String title, double progress, Map<String, Object> context) {
        OptionalDouble known = progress < 0 ? OptionalDouble.empty() : OptionalDouble.of(progress);
        return new Activity(uuid, type, title, "step", known, true, OptionalLong.of(1), context, Map.of());
    }
}

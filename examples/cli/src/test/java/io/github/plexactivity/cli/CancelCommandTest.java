package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancelCommandTest {
    private final FakePlexServer server = FakePlexServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsThatTheServerAccepted() throws Exception {
        String uuid = server.begin("media.download", "Salt Road").uuid();
        Run run = Run.of(server, "cancel", uuid);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsExactly("The server accepted; it may go on for a moment.");
        assertThat(server.cancelled()).containsExactly(uuid);
    }

    @Test
    void tellsWhyTheServerDeclines() throws Exception {
        server.appear(new Activity(
                "1", "butler", "", "", OptionalDouble.empty(), false, OptionalLong.empty(), Map.of(), Map.of()));

        Run cannot = Run.of(server, "cancel", "1");
        assertThat(cannot.exit()).isEqualTo(Exit.DECLINED);
        assertThat(cannot.err()).singleElement().asString().endsWith("cannot be cancelled.");

        Run gone = Run.of(server, "cancel", "2");
        assertThat(gone.exit()).isEqualTo(Exit.DECLINED);
        assertThat(gone.err()).singleElement().asString().contains("Nothing with this uuid runs");
    }

    @Test
    void tellsThatTheTokenMayNot() throws Exception {
        server.faults().refuse(Endpoint.CANCEL, 403);
        assertThat(Run.of(server, "cancel", "1").exit()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void tellsThatThereIsNoServer() throws Exception {
        server.close();
        Run run = Run.of(server, "cancel", "1");

        assertThat(run.exit()).isEqualTo(Exit.NO_CONNECTION);
        assertThat(run.err()).singleElement().asString().startsWith("plex-activities: No connection: ");
    }
}

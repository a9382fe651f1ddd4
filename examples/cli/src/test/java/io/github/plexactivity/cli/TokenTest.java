package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.testkit.FakePlexServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
    private static final String SECRET = "s3cretToken";

    private final FakePlexServer server = FakePlexServer.builder().token(SECRET).start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void comesFromTheEnvironment() throws Exception {
        assertThat(list(SECRET, "").exit()).isZero();
    }

    @Test
    void comesFromAFileOrFromStandardInput(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), SECRET + "\n");

        assertThat(list("another", "", "--token-file", file.toString()).exit()).isZero();
        assertThat(list("another", " " + SECRET + "\r\n", "--token-file", "-").exit())
                .isZero();
    }

    @Test
    void thatIsRefusedIsToldWithWhatToDoAndNotShown() throws Exception {
        Run wrong = list("wr0ng", "");
        assertThat(wrong.exit()).isEqualTo(Exit.REFUSED);
        assertThat(wrong.err())
                .singleElement()
                .asString()
                .startsWith("plex-activities: The server refuses the token: ")
                .doesNotContain("wr0ng");

        Run none = list("", "");
        assertThat(none.exit()).isEqualTo(Exit.REFUSED);
        assertThat(none.err()).singleElement().asString().contains("(none was given: set PLEX_TOKEN)");
    }

    @Test
    void thatCannotBeSentIsNotShown() throws Exception {
        Run run = list("s3cr\u00e9t", "");

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).singleElement().asString().doesNotContain("s3cr");
    }

    @Test
    void isInNoAddress() throws Exception {
        list(SECRET, "");
        assertThat(server.requests())
                .isNotEmpty()
                .noneMatch(request -> request.url().toString().contains(SECRET));
    }

    private Run list(String token, String input, String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "list";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Map<String, String> environment = Map.of("PLEX_SERVER", server.uri().toString(), "PLEX_TOKEN", token);
        Run run = Run.begin(environment, input, arguments);
        run.exit();
        assertThat(run.all()).doesNotContain(SECRET);
        return run;
    }
}

package io.github.plexactivity.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what is written about proxies to the files that the suite runs. */
class ProxyDocsTest {

    @Test
    void everyConfigurationIsRunAndEveryOneThatIsRunIsThere() throws IOException {
        Stream<String> frames = Arrays.stream(Program.values()).map(program -> program.command() + ".conf");
        List<String> known = Stream.concat(frames, Arrays.stream(Setup.values()).map(Setup::file))
                .toList();
        try (Stream<Path> files = Files.list(Setup.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTableTellsWhatIsExpectedOfEachConfiguration(Setup setup) throws IOException {
        String page = Files.readString(Path.of("docs/reliability.md"));
        String section = page.substring(page.indexOf("\n## Proxies\n"), page.indexOf("\n## Secrets and TLS\n"));
        assertThat(section).contains("`" + setup.file().replace(".conf", "") + "`");
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_RIGHT", "HAPROXY_RIGHT", "CADDY_RIGHT"})
    void theRecommendedConfigurationsAreThoseThatAreTested(Setup setup) throws IOException {
        assertThat(Files.readString(Path.of("docs/proxies.md"))).contains("```\n" + setup.text() + "```\n");
    }

    @Test
    void aProxyThatIsMissingFailsWithTheCommandThatInstallsIt() {
        assertThatThrownBy(() -> Program.executable("no-such-proxy"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(".ci/install-proxies");
    }
}

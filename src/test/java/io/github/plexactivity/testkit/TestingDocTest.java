package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TestingDocTest {
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\n```java\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void theExampleOnThePageIsTheOneThatRuns() throws IOException {
        List<MatchResult> shown = FILE.matcher(Files.readString(Path.of("docs/testing.md")))
                .results()
                .toList();
        assertThat(shown).hasSize(2);
        for (MatchResult file : shown) {
            assertThat(Files.readString(Path.of(file.group(1)))).endsWith("\n\n" + file.group(2) + "\n");
        }
    }
}

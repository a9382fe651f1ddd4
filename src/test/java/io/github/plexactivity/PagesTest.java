package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages for people show is there, and is compiled. Where it can be run, a test beside it runs it. */
class PagesTest {

    private static final Pattern PROGRAM = Pattern.compile("^```java$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Path README = Path.of("README.md");

    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(""), 3)) {
            return all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyProgramOnAPageIsOneThatIsCompiled(Path page) throws IOException {
        Map<String, String> compiled = Snippets.compiled();
        Map<String, String> shown = Snippets.shown(page);
        assertThat(shown).as("programs with a name").hasSize((int)
                PROGRAM.matcher(Files.readString(page)).results().count());
        for (Map.Entry<String, String> program : shown.entrySet()) {
            if (program.getKey().endsWith(".java")) {
                assertThat(Files.readString(Path.of(program.getKey()))).endsWith("\n\n" + program.getValue() + "\n");
            } else {
                assertThat(program.getValue()).as(program.getKey()).isEqualTo(compiled.get(program.getKey()));
            }
        }
    }

    @Test
    void everySnippetIsOnAPage() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path page : pages()) {
            shown.addAll(Snippets.shown(page).keySet());
        }
        assertThat(shown).containsAll(Snippets.compiled().keySet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndItsHeading(Path page) throws IOException {
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            if (!link.group(1).contains(":")) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                assertThat(target).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target)).as(target.toString()).contains(link.group(2));
                }
            }
        }
    }

    /** As they are made of headings where the pages are read. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void theReadmeIsShortEnoughToBeRead() throws IOException {
        assertThat(Files.readString(README).split("\\s+")).hasSizeLessThan(900);
    }
}

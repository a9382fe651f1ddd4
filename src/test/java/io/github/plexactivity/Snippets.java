package io.github.plexactivity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of programs, by name: as a page shows them, and as they are compiled. */
public final class Snippets {

    private Snippets() {}

    /** Each after a comment of HTML that names it. */
    public static Map<String, String> shown(Path page) throws IOException {
        return texts(page, "<!-- snippet: (\\w+) -->\n```java\n(.*?)```");
    }

    /** Each between a comment that names it and one that says {@code end}. */
    public static Map<String, String> compiled(Path source) throws IOException {
        return texts(source, "// snippet: (\\w+)\n(.*?)\n *// end\n");
    }

    private static Map<String, String> texts(Path file, String pattern) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(file));
        while (matcher.find()) {
            texts.put(matcher.group(1), matcher.group(2).stripIndent().strip());
        }
        return texts;
    }
}

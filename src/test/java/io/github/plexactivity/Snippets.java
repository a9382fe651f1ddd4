package io.github.plexactivity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pieces of programs, by name: as a page shows them, and as they are compiled. */
final class Snippets {

    private static final Pattern SHOWN =
            Pattern.compile("<!-- (?:snippet|file): (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// snippet: (\\w+)\n(.*?)\n *// end\n", Pattern.DOTALL);

    private Snippets() {}

    /** Those of a page, each after a comment of HTML that names it: a snippet, or a file from its imports on. */
    static Map<String, String> shown(Path page) throws IOException {
        return texts(page, SHOWN);
    }

    /** All that there are, each between a comment that names it and one that says {@code end}. */
    static Map<String, String> compiled() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String root : List.of("src/test/java", "src/it", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path source : files.filter(Snippets::isSource).toList()) {
                    texts(source, COMPILED).forEach((name, text) -> put(all, name, text));
                }
            }
        }
        return all;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("/target/");
    }

    private static Map<String, String> texts(Path file, Pattern pattern) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            put(texts, matcher.group(1), matcher.group(2).stripIndent().strip());
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (texts.put(name, text) != null) {
            throw new AssertionError("there are two by the name of " + name);
        }
    }
}

package io.github.plexactivity.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row of a table in {@code src/test/resources/wire}: a line with the rule after {@code #}, a line with the input, and
 * what is expected in lines after {@code >}; rows are parted by empty lines.
 */
record Case(String rule, String input, List<String> expected) {

    static Stream<Case> in(String table) {
        return Stream.of(text(table).split("\n\n+")).map(Case::of);
    }

    private static Case of(String block) {
        List<String> lines = block.strip().lines().toList();
        List<String> expected =
                lines.stream().skip(2).map(line -> line.substring(2)).toList();
        return new Case(lines.get(0).substring(2), lines.get(1), expected);
    }

    private static String text(String table) {
        try (InputStream resource = Objects.requireNonNull(Case.class.getResourceAsStream("/wire/" + table), table)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return rule;
    }
}

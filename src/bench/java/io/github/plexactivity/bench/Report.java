package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run found out, as Markdown. */
final class Report {

    private static final String BEGIN = "<!-- figures: begin -->";
    private static final String END = "<!-- figures: end -->";

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder details = new StringBuilder();

    void row(Row row) {
        rows.add(row);
        System.err.print(row);
    }

    /** A table of its own, below that of the rows. */
    void table(String title, String table) {
        details.append("\n### ").append(title).append("\n\n").append(table);
        System.err.println(title + "\n" + table);
    }

    String text(String how) {
        StringBuilder text = new StringBuilder(how).append("\n\n").append(Row.HEAD);
        rows.forEach(text::append);
        return text.append(details).toString();
    }

    /** Puts the text where the figures of an earlier run were. */
    static void write(Path file, String text) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " does not say where the figures belong");
        }
        Files.writeString(file, page.substring(0, begin) + BEGIN + "\n" + text + "\n" + page.substring(end));
    }
}

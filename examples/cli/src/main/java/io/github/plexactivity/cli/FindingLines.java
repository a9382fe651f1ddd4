package io.github.plexactivity.cli;

import io.github.plexactivity.terminal.Paint;
import io.github.plexactivity.terminal.Screen;
import java.util.Locale;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/**
 * Findings as text: a line each, and its advice below.
 *
 * @param columns of the terminal, where there is one: then what is longer is wrapped between words
 * @param ansi whether there are colours
 */
record FindingLines(int columns, Ansi ansi) {
    private static final int GRADES = 6;
    private static final int NAMES = 20;
    private static final int ARROW = 3;
    private static final int NEVER_WRAPPED = 2_000;

    static FindingLines forOutput() {
        return new FindingLines(
                Screen.width().orElse(NEVER_WRAPPED), Paint.ofOutput().coloured() ? Ansi.ON : Ansi.OFF);
    }

    String of(Finding finding) {
        String grade = finding.grade().name().toLowerCase(Locale.ROOT);
        TextTable found = table(NAMES);
        found.addRowValues(
                ansi.new Text("@|" + colour(finding.grade()) + " " + grade + "|@"),
                plain(finding.what()),
                plain(finding.found()));
        if (finding.advice().isEmpty()) {
            return found.toString();
        }
        TextTable advice = table(ARROW);
        advice.addRowValues(plain(""), plain("->"), plain(finding.advice()));
        return found + advice.toString();
    }

    private TextTable table(int second) {
        return TextTable.forColumns(
                Help.defaultColorScheme(ansi),
                new Column(GRADES, 0, Overflow.TRUNCATE),
                new Column(second, 0, Overflow.TRUNCATE),
                new Column(Math.max(NAMES, columns - GRADES - second), 0, Overflow.WRAP));
    }

    /** What a server said brings no colours. */
    private static Ansi.Text plain(String text) {
        return Ansi.OFF.new Text(text);
    }

    private static String colour(Finding.Grade grade) {
        return switch (grade) {
            case OK -> "green";
            case NOTE -> "yellow";
            case BAD -> "red";
        };
    }
}

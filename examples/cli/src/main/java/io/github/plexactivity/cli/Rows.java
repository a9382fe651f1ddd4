package io.github.plexactivity.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.terminal.Screen;
import io.github.plexactivity.terminal.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Activities as they stand, for people and for programs. */
final class Rows {
    private static final int GAP = 2;

    /** What stands above a column, and what stands in it. */
    private record Field(String head, Function<Activity, String> text) {
        int width(List<Activity> rows) {
            int widest = rows.stream()
                    .mapToInt(row -> columns(text.apply(row)))
                    .max()
                    .orElse(0);
            return GAP + Math.max(head.length(), widest);
        }
    }

    private static final List<Field> FIELDS = List.of(
            new Field("UUID", row -> Words.clean(row.uuid())),
            new Field("TYPE", row -> Words.clean(row.type())),
            new Field("DONE", row -> row.progress().isPresent() ? Words.progress(row) : "-"),
            new Field("CANCEL", row -> row.cancellable() ? "yes" : "no"),
            new Field("TITLE", Words::titles));

    private Rows() {}

    /** Cut to the terminal's width, if there is one. */
    static String table(List<Activity> rows, ColorScheme colours) {
        int[] widths = FIELDS.stream().mapToInt(field -> field.width(rows)).toArray();
        int before = 0;
        for (int column = 0; column < widths.length - 1; column++) {
            before += widths[column];
        }
        OptionalInt terminal = Screen.width();
        int last = widths.length - 1;
        if (terminal.isPresent()) {
            widths[last] =
                    Math.max(FIELDS.get(last).head().length(), Math.min(widths[last], terminal.getAsInt() - before));
        }
        return table(rows, widths, colours);
    }

    private static String table(List<Activity> rows, int[] widths, ColorScheme colours) {
        Column[] columns = new Column[widths.length];
        for (int column = 0; column < widths.length; column++) {
            columns[column] = new Column(widths[column], 0, Overflow.TRUNCATE);
        }
        TextTable table = TextTable.forColumns(colours, columns);
        table.addRowValues(FIELDS.stream()
                .map(field -> colours.ansi().new Text("@|bold " + field.head() + "|@"))
                .toArray(Ansi.Text[]::new));
        for (Activity row : rows) {
            String[] texts =
                    FIELDS.stream().map(field -> field.text().apply(row)).toArray(String[]::new);
            texts[texts.length - 1] = Words.cut(texts[texts.length - 1], widths[texts.length - 1]);
            table.addRowValues(texts);
        }
        return table.toString();
    }

    static String json(Activity activity) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("uuid", activity.uuid());
        fields.put("type", activity.type());
        fields.put("title", activity.title());
        fields.put("subtitle", activity.subtitle());
        fields.put("progress", number(activity.progress()));
        fields.put("cancellable", activity.cancellable());
        fields.put("userId", activity.userId().isPresent() ? activity.userId().getAsLong() : null);
        fields.put("context", activity.context());
        return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(fields);
    }

    /** A whole number is written as one, as the server does. */
    private static Object number(OptionalDouble progress) {
        double value = progress.orElse(-1);
        return value < 0 ? null : value == Math.rint(value) ? (Object) (long) value : (Object) value;
    }

    private static int columns(String text) {
        return Words.columns(text);
    }
}

package io.github.plexactivity.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.terminal.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
                    .mapToInt(row -> Words.columns(text.apply(row)))
                    .max()
                    .orElse(0);
            return GAP + Math.max(head.length(), widest);
        }
    }

    private static final Field TYPE = new Field("TYPE", row -> Words.clean(row.type()));
    private static final Field CANCEL = new Field("CANCEL", row -> row.cancellable() ? "yes" : "no");
    private static final List<Field> FIELDS = List.of(
            new Field("UUID", row -> Words.clean(row.uuid())),
            TYPE,
            new Field("DONE", row -> row.progress().isPresent() ? Words.progress(row) : "-"),
            CANCEL,
            new Field("TITLE", Words::titles));

    /** What a narrow terminal goes without, first to last. */
    private static final List<Field> SPARED = List.of(TYPE, CANCEL);

    private static final int NARROWEST_TITLE = 20;

    private Rows() {}

    /** Fitted to so many columns: some of its own go first, then the titles are cut. */
    static String table(List<Activity> rows, int columns, ColorScheme colours) {
        List<Field> fields = new ArrayList<>(FIELDS);
        for (Field spared : SPARED) {
            if (columns - before(fields, rows) < NARROWEST_TITLE) {
                fields.remove(spared);
            }
        }
        return table(rows, fields, columns - before(fields, rows), colours);
    }

    /** How many columns stand before the title. */
    private static int before(List<Field> fields, List<Activity> rows) {
        return fields.stream()
                .limit(fields.size() - 1L)
                .mapToInt(field -> field.width(rows))
                .sum();
    }

    private static String table(List<Activity> rows, List<Field> fields, int room, ColorScheme colours) {
        Field title = fields.get(fields.size() - 1);
        int titles = Math.min(title.width(rows), Math.max(GAP + title.head().length(), room));
        TextTable table = TextTable.forColumns(
                colours,
                fields.stream()
                        .map(field -> new Column(field == title ? titles : field.width(rows), 0, Overflow.TRUNCATE))
                        .toArray(Column[]::new));
        table.addRowValues(fields.stream()
                .map(field -> colours.ansi().new Text("@|bold " + field.head() + "|@"))
                .toArray(Ansi.Text[]::new));
        for (Activity row : rows) {
            table.addRowValues(fields.stream()
                    .map(field -> Words.cut(field.text().apply(row), field == title ? titles : Integer.MAX_VALUE))
                    .map(text -> Ansi.OFF.new Text(text))
                    .toArray(Ansi.Text[]::new));
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
}

package io.github.plexactivity.examples.fleet.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What came out of a demonstration.
 *
 * @param servers how many there were
 * @param gap while some of them were followed by nobody
 * @param verdict whether all is well
 * @param settled how long after the last happening the topic told the truth
 * @param records how many were published
 * @param bytes what they take on the broker's disk
 * @param megabytes the resident memory of the worker that followed all of them in the end
 */
record Result(
        int servers, Gap gap, Verdict verdict, Duration settled, int records, long bytes, Optional<Long> megabytes) {

    String table() {
        StringBuilder table = new StringBuilder();
        row(table, "servers", servers);
        row(table, "  of the killed worker", gap.servers());
        row(table, "followed again after", seconds(gap.shortest()) + " to " + seconds(gap.longest()));
        row(table, "activities", verdict.activities());
        row(table, "  ended", verdict.ended());
        row(table, "  found ended by a list", verdict.notListed());
        row(table, "  begun and ended unseen", verdict.unseen());
        row(table, "endings lost", verdict.lost());
        row(table, "endings doubled", verdict.doubled());
        row(table, "endings too early", verdict.early());
        row(table, "live after the end", verdict.raised());
        row(table, "activities missed", verdict.missed());
        row(table, "activities invented", verdict.invented());
        row(table, "settled after", seconds(settled));
        row(table, "records", records);
        row(table, "bytes a record on disk", records == 0 ? 0 : bytes / records);
        megabytes.ifPresent(memory -> row(table, "memory of one worker", memory + " MiB"));
        return table.append(verdict.isGood() ? "All is well." : "SOMETHING IS WRONG.")
                .toString();
    }

    private static void row(StringBuilder table, String what, Object value) {
        table.append("%-26s %s%n".formatted(what, value));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

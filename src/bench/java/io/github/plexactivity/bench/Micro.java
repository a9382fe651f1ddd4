package io.github.plexactivity.bench;

import java.io.IOException;
import java.util.List;

/** The pure parts by themselves, by JMH in processes of its own. */
final class Micro implements Group {

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        Figures figures;
        try (Child child = Child.start(
                Lab.HERE,
                List.of(MicroRuns.class.getName(), options.quick() ? "1" : "5", options.quick() ? "1" : "2"))) {
            figures = Figures.parse(child.line());
        }
        StringBuilder table = new StringBuilder("| | µs | bytes |\n|---|---|---|\n");
        figures.byName().keySet().stream()
                .filter(name -> !name.endsWith(MicroRuns.BYTES))
                .sorted()
                .forEach(name -> table.append("| %s | %s | %s |%n"
                        .formatted(name, Series.of(figures.of(name)), Series.of(figures.of(name + MicroRuns.BYTES)))));
        report.table("The pure parts, each operation", table.toString());
        report.row(row(figures, "unchanged"));
        report.row(row(figures, "changed"));
        report.row(row(figures, "first"));
    }

    private static Row row(Figures figures, String which) {
        return new Row(
                "reconciling a snapshot of 10,000 rows, " + which + ", ÷ parsing the same bytes with jackson-core",
                Series.of(figures.each("Snapshots." + which, "Snapshots.parse")),
                3,
                2,
                "");
    }
}

package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thousand monitors in one virtual machine, with one client between them, while nothing happens. */
final class Idle implements Group {

    private static final int MONITORS = 1_000;
    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        rows(report, "1,000 idle monitors, platform threads", measure(lab, Lab.HERE, false), 1, Double.NaN);
        Path newer = newer();
        if (newer != null) {
            rows(report, "1,000 idle monitors, virtual threads (JDK 25)", measure(lab, newer, true), 1, 0);
        }
    }

    private static void rows(Report report, String measure, Figures figures, double mostThreads, double aimedThreads) {
        boolean virtual = aimedThreads == 0;
        report.row(new Row(measure + ": not connected", Series.of(figures.of("missing")), 0, Double.NaN, ""));
        double threads = Math.rint(figures.of("threads") * 100) / 100;
        report.row(new Row("the same: platform threads each", Series.of(threads), mostThreads, aimedThreads, ""));
        report.row(new Row(
                "the same: KiB resident each",
                Series.of(figures.of("resident") / 1024),
                200,
                virtual ? 60 : Double.NaN,
                "%.1f KiB of it on the heap".formatted(figures.of("heap") / 1024)));
    }

    private static Figures measure(Lab lab, Path home, boolean virtual) throws IOException {
        lab.load(new Load(Wire.EVENT_SOURCE, 0, 1));
        List<String> command = new ArrayList<>(Lab.FLAGS);
        command.addAll(List.of(
                IdleMonitors.class.getName(),
                String.valueOf(lab.port()),
                String.valueOf(MONITORS),
                String.valueOf(virtual)));
        try (Child child = Child.start(home, command)) {
            return Figures.parse(child.line());
        }
    }

    /** A newer JDK, where one is installed. */
    private static @Nullable Path newer() throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(JDKS, "*25*")) {
            for (Path home : homes) {
                if (Files.isExecutable(home.resolve("bin/java"))) {
                    return home;
                }
            }
        }
        return null;
    }
}

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

    /** So that what is resident is what is needed, and not what the collector keeps for later. */
    static final List<String> SLENDER = List.of("-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10");

    /** What is aimed at. */
    enum Kind {
        PLATFORM(Double.NaN, Double.NaN),
        VIRTUAL(0, 60);

        final double threads;
        final double kibibytes;

        Kind(double threads, double kibibytes) {
            this.threads = threads;
            this.kibibytes = kibibytes;
        }
    }

    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        rows(
                report,
                "platform threads",
                Kind.PLATFORM,
                measure(lab, Lab.HERE, false, false),
                measure(lab, Lab.HERE, false, true));
        Path newer = newer();
        if (newer != null) {
            rows(
                    report,
                    "virtual threads on a newer JDK",
                    Kind.VIRTUAL,
                    measure(lab, newer, true, false),
                    measure(lab, newer, true, true));
        }
    }

    private static void rows(Report report, String how, Kind kind, Figures ours, Figures bare) {
        String measure = "1,000 idle monitors, " + how + ": ";
        report.row(new Row(measure + "not connected", Series.of(ours.of("missing")), 0, Double.NaN, ""));
        report.row(new Row(
                measure + "platform threads each", threads(ours), 1, kind.threads, "bare streams: " + threads(bare)));
        report.row(new Row(
                measure + "KiB resident each",
                resident(ours),
                200,
                kind.kibibytes,
                "%.1f of them on the heap; bare streams: %s".formatted(ours.of("heap") / 1024, resident(bare))));
    }

    /** To a tenth: what all share is no monitor's. */
    static Series threads(Figures figures) {
        return Series.of(Math.rint(figures.of("threads") * 10) / 10);
    }

    static Series resident(Figures figures) {
        return Series.of(figures.of("resident") / 1024);
    }

    private static Figures measure(Lab lab, Path home, boolean virtual, boolean bare) throws IOException {
        lab.load(new Load(Wire.EVENT_SOURCE, 0, 1));
        List<String> command = new ArrayList<>(Lab.FLAGS);
        command.addAll(SLENDER);
        command.addAll(List.of(
                IdleMonitors.class.getName(),
                String.valueOf(lab.port()),
                String.valueOf(MONITORS),
                String.valueOf(virtual),
                String.valueOf(bare)));
        try (Child child = Child.start(home, command)) {
            return Figures.parse(child.line());
        }
    }

    /** A newer JDK, where one is installed. */
    static @Nullable Path newer() throws IOException {
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

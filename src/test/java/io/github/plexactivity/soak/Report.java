package io.github.plexactivity.soak;

import io.github.plexactivity.MonitorStatistics;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.soak.Findings.Kind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/** Says how a soak goes, a line a minute, and what came of it. Used by one thread. */
final class Report {

    private static final double MEBIBYTE = 1 << 20;
    private static final int FEWEST_SAMPLES = 5;
    private static final int DIGITS = 3;

    /** What grows by more than this over the whole run, drifts. */
    private static final double HEAP_MARGIN = 8;

    private static final double COUNT_MARGIN = 12;
    private static final double LATENCY_MARGIN = 10_000;

    /** Not the histograms, which would be a drift of their own. */
    private record Sample(double minute, Vitals vitals, Map<Transport, Long> medians) {
        double median(Transport transport) {
            return medians.getOrDefault(transport, 0L);
        }
    }

    private final PrintStream out;
    private final Stopwatch stopwatch;
    private final Findings findings;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Transport, Histogram> total = new EnumMap<>(Transport.class);

    Report(PrintStream out, Stopwatch stopwatch, Findings findings) {
        this.out = out;
        this.stopwatch = stopwatch;
        this.findings = findings;
        for (Transport transport : Transport.values()) {
            total.put(transport, new Histogram(DIGITS));
        }
    }

    void minute(double minute, int activities, int faults, List<Audience> audiences) {
        Vitals vitals = Vitals.now();
        say(
                "minute %5.1f: heap %.1f MiB, %d threads, %d descriptors, %d sockets; %d activities, %d faults,"
                        + " %d reconnects, %d frames; %d lost, %d invented",
                minute,
                vitals.heap() / MEBIBYTE,
                vitals.threads(),
                vitals.descriptors(),
                vitals.sockets(),
                activities,
                faults,
                sum(audiences, MonitorStatistics::reconnects),
                sum(audiences, MonitorStatistics::frames),
                findings.count(Kind.LOST),
                findings.count(Kind.INVENTED));
        samples.add(new Sample(minute, vitals, latencies()));
    }

    private Map<Transport, Long> latencies() {
        Map<Transport, Long> medians = new EnumMap<>(Transport.class);
        total.forEach((transport, sum) -> {
            Histogram taken = stopwatch.taken(transport);
            sayLatency(transport, taken);
            sum.add(taken);
            medians.put(transport, taken.getValueAtPercentile(50));
        });
        return medians;
    }

    void end(Map<String, Integer> faults, List<Audience> audiences) {
        say("faults: %s", faults);
        say("losses told, by cause: %s", stopwatch.losses());
        say(
                "reconnects %d, fallbacks %d, recoveries %d, replacements %d, zombies %d, cancels %d",
                sum(audiences, MonitorStatistics::reconnects),
                sum(audiences, MonitorStatistics::fallbacks),
                sum(audiences, MonitorStatistics::recoveries),
                sum(audiences, MonitorStatistics::replacements),
                sum(audiences, MonitorStatistics::zombies),
                audiences.stream().mapToInt(Audience::cancelled).sum());
        say(
                "frames %d, malformed %d, duplicates %d, late %d, snapshots %d, failed %d; found by a snapshot alone:"
                        + " starts %d, ends %d",
                sum(audiences, MonitorStatistics::frames),
                sum(audiences, MonitorStatistics::malformed),
                sum(audiences, MonitorStatistics::duplicates),
                sum(audiences, MonitorStatistics::late),
                sum(audiences, MonitorStatistics::snapshots),
                sum(audiences, MonitorStatistics::failedSnapshots),
                sum(audiences, MonitorStatistics::missedStarts),
                sum(audiences, MonitorStatistics::missedEnds));
        total.forEach(this::sayLatency);
        drifts();
        for (Kind kind : Kind.values()) {
            say("%s: %d", kind, findings.count(kind));
        }
        findings.shown().forEach(out::println);
    }

    /** The first fifth of a run is warming up. */
    private void drifts() {
        List<Sample> settled = samples.subList(samples.size() / 5, samples.size());
        drift(settled, "heap, MiB", HEAP_MARGIN, sample -> sample.vitals().heap() / MEBIBYTE);
        drift(settled, "threads", COUNT_MARGIN, sample -> sample.vitals().threads());
        drift(settled, "descriptors", COUNT_MARGIN, sample -> sample.vitals().descriptors());
        drift(settled, "sockets", COUNT_MARGIN, sample -> sample.vitals().sockets());
        for (Transport transport : List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET)) {
            drift(settled, transport + " median latency, µs", LATENCY_MARGIN, sample -> sample.median(transport));
        }
    }

    private void drift(List<Sample> settled, String what, double margin, ToDoubleFunction<Sample> figure) {
        if (settled.size() < FEWEST_SAMPLES) {
            return;
        }
        double grew = Drift.of(settled, Sample::minute, figure);
        say("drift of %s: %+.1f (at most %+.0f)", what, grew, margin);
        if (grew > margin) {
            findings.add(Kind.DRIFT, what + " grew by " + grew);
        }
    }

    private void sayLatency(Transport transport, Histogram micros) {
        if (micros.getTotalCount() > 0) {
            say(
                    "  %-12s event to listener, µs: median %d, 99 %% %d, 99.9 %% %d, most %d, of %d",
                    transport,
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(99),
                    micros.getValueAtPercentile(99.9),
                    micros.getMaxValue(),
                    micros.getTotalCount());
        }
    }

    private static long sum(List<Audience> audiences, ToLongFunction<MonitorStatistics> figure) {
        return audiences.stream().map(Audience::statistics).mapToLong(figure).sum();
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
    private void say(String format, Object... figures) {
        out.println(String.format(Locale.ROOT, format, figures));
    }
}
